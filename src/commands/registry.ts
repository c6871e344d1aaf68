/**
 * Every verb, in the order of `roadbook --help`.
 *
 * To add one: write `src/commands/<verb>.ts` that exports `command: Command<[...arguments], Options>`, and add
 * a line here: `{ name, aliases, summary, load: () => import('./<verb>.ts') }`. Keep the import inside `load`,
 * so that a verb costs nothing until it is called.
 */
import type { CommandEntry } from './command.ts';

export const commands: readonly CommandEntry[] = [
  {
    name: 'drive',
    aliases: [],
    summary: 'drive a stage by an odometer, in the cockpit or headless',
    load: () => import('./drive.ts'),
  },
];
