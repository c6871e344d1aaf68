import type { abbreviations } from './abbreviations.ts';
import type { built } from './built.ts';
import type { natural } from './natural.ts';
import type { organisation } from './organisation.ts';
import type { signs } from './signs.ts';
import type { terrain } from './terrain.ts';

/** Ids of symbols that a number ends: a limit in km/h, its end, metres to go. */
export type NumberedId = `speed-${number}` | `speed-${number}-end` | `distance-${number}`;

/** Every id the lexicon has; the tables of foreign names are held to it. */
export type SymbolId =
  | keyof typeof natural
  | keyof typeof terrain
  | keyof typeof built
  | keyof typeof organisation
  | keyof typeof signs
  | NumberedId;

/** Every abbreviation the lexicon has. */
export type Code = keyof typeof abbreviations;
