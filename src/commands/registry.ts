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
    name: 'check',
    aliases: ['validate'],
    summary: 'find what is wrong with a roadbook',
    load: () => import('./check.ts'),
  },
  {
    name: 'explain',
    aliases: [],
    summary: 'say what a rule finds, why, and what to do',
    load: () => import('./explain.ts'),
  },
  {
    name: 'show',
    aliases: [],
    summary: 'print a roadbook as a table, or as data',
    load: () => import('./show.ts'),
  },
  {
    name: 'drive',
    aliases: [],
    summary: 'drive a stage by an odometer, in the cockpit or headless',
    load: () => import('./drive.ts'),
  },
  {
    name: 'rehearse',
    aliases: [],
    summary: 'train on old stages: calling, recalling, noticing wrong turns',
    load: () => import('./rehearse.ts'),
  },
  {
    name: 'debrief',
    aliases: [],
    summary: 'say what happened in a run: notes, speed, odometer, waypoints',
    load: () => import('./debrief.ts'),
  },
  {
    name: 'calibrate',
    aliases: [],
    summary: 'measure what a count of the wheel is worth, over a known distance',
    load: () => import('./calibrate.ts'),
  },
  {
    name: 'convert',
    aliases: [],
    summary: 'turn a roadbook into another format, and say what that loses',
    load: () => import('./convert.ts'),
  },
  {
    name: 'keygen',
    aliases: [],
    summary: 'make the organiser’s signing key',
    load: () => import('./keygen.ts'),
  },
  {
    name: 'seal',
    aliases: [],
    summary: 'seal stages that open at their release and not before',
    load: () => import('./seal.ts'),
  },
  {
    name: 'release',
    aliases: [],
    summary: 'print the code that opens a sealed stage',
    load: () => import('./release.ts'),
  },
  {
    name: 'open',
    aliases: [],
    summary: 'open a sealed stage with its code',
    load: () => import('./open.ts'),
  },
  {
    name: 'verify',
    aliases: [],
    summary: 'say what a sealed file is and who signed it, without a code',
    load: () => import('./verify.ts'),
  },
  {
    name: 'amend',
    aliases: [],
    summary: 'sign the changes of a bulletin, for drive --amend',
    load: () => import('./amend.ts'),
  },
  {
    name: 'trust',
    aliases: [],
    summary: 'trust an organiser’s key for an event',
    load: () => import('./trust.ts'),
  },
  {
    name: 'schema',
    aliases: [],
    summary: 'print the JSON Schema of the native format, for editors',
    load: () => import('./schema.ts'),
  },
  {
    name: 'lsp',
    aliases: [],
    summary: 'be the language server of an editor',
    load: () => import('./lsp.ts'),
  },
];
