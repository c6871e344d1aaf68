import { setFlagsFromString } from 'node:v8';

/** More files than this are long work. */
export const fewFiles = 20;

/** Takes back what `bin/program.js` tells V8 for short calls: in long work, optimising pays from the beginning. */
export function expectLongWork(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=135168');
}
