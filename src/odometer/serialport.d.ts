/** As much of the optional `serialport` package (13) as is used here; it is not installed unless the user does. */
declare module 'serialport' {
  import type { Duplex } from 'node:stream';

  export class SerialPort extends Duplex {
    constructor(options: { path: string; baudRate: number; autoOpen: false });
    open(done: (error: Error | null) => void): void;
  }
}
