import { createRequire } from 'node:module';

const xterm: typeof import('@xterm/headless') = createRequire(import.meta.url)('@xterm/headless');

/** A terminal of memory: what a program writes, as a screen. CommonJS whose exports Node cannot name by itself. */
export const Xterm = xterm.Terminal;
