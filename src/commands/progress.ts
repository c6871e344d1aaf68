import { forTerminal } from '../text/escape.ts';
import type { Output } from './command.ts';

/** A line that says how far long work is, on a terminal alone; it is gone when something else is said. */
export interface ProgressMeter {
  show(done: number, what: string): void;
  clear(): void;
}

export function progressMeter(all: number, output: Output): ProgressMeter {
  if (all < 2 || output.isTTY !== true) return { show() {}, clear() {} };
  const erase = '\r\u001b[K';
  return {
    show(done, what) {
      const line = `${done + 1} of ${all}: ${forTerminal(what)}`;
      output.write(`${erase}${line.slice(0, (output.columns ?? 80) - 1)}`);
    },
    clear() {
      output.write(erase);
    },
  };
}
