import { once } from 'node:events';
import type { Output } from './command.ts';

/** Lines gathered into large writes, for output as fast as it goes. */
export interface Writing {
  line(text: string): void;
  /** Writes what is gathered. */
  flush(): void;
  /** True when it is time to wait for the reader. */
  readonly full: boolean;
  /** Writes what is gathered and waits until the reader has taken it. */
  drained(): Promise<void>;
}

const chunk = 16_384;

export function writing(output: Output): Writing {
  let gathered = '';
  let waiting = false;
  const flush = () => {
    if (gathered !== '') waiting = !output.write(gathered) || waiting;
    gathered = '';
  };
  return {
    line(text) {
      gathered += `${text}\n`;
      if (gathered.length >= chunk) flush();
    },
    flush,
    get full() {
      return waiting;
    },
    async drained() {
      flush();
      if (waiting) await once(output, 'drain');
      waiting = false;
    },
  };
}
