import type { Readable } from 'node:stream';

/**
 * Opens a serial port through the `serialport` package. The package is native, optional and loaded here alone; where it is
 * not installed, this rejects and says how to get it.
 */
export async function openSerial(path: string, baudRate: number): Promise<Readable> {
  const { SerialPort } = await import('serialport').catch(() => {
    throw new Error('the serialport package is not installed: npm install serialport');
  });
  return new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    port.open((error) => (error ? reject(error) : resolve(port)));
  });
}
