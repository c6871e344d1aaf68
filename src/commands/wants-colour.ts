import type { Io, Output } from './command.ts';

export type ColourChoice = 'auto' | 'always' | 'never';

/** Paint a stream? `--color=always` wins; else NO_COLOR (no-color.org), a dumb terminal and a pipe each say no. */
export function wantsColour(choice: ColourChoice, stream: Output, env: Io['env']): boolean {
  if (choice !== 'auto') return choice === 'always';
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
