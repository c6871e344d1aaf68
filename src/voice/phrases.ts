import type { Language } from '../model/lexicon.ts';
import type { ZoneKind } from '../stage/stage.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';

/**
 * What is said beside the lexicon's own words. `{…}` is filled in: figures already in words. To add a language: a file in
 * `words/`, a line below, and its column in the lexicon (src/model/lexicon).
 */
export interface Phrases {
  readonly danger: string;
  readonly heading: string;
  readonly averageHeading: string;
  readonly limit: string;
  readonly zone: Readonly<Record<ZoneKind, string>>;
  readonly zoneEnds: Readonly<Record<ZoneKind, string>>;
  readonly stop: string;
  readonly reset: string;
  /** Before the note that follows close behind. */
  readonly next: string;
  readonly yards: string;
  /** Units as notes abbreviate them: one of it, and the word behind any other figure. */
  readonly units: Readonly<Record<'m' | 'km' | 'cm' | 'min' | 's', readonly [one: string, many: string]>>;
  /** Between the meanings of an ambiguous abbreviation. */
  readonly or: string;
  readonly tooFast: string;
  readonly missed: string;
  readonly waitMinutes: string;
  readonly waitMinute: string;
  readonly waitSeconds: string;
  readonly go: string;
  readonly leftEarly: string;
  readonly silent: string;
  readonly heard: string;
  readonly finish: string;
}

export const phrases: Readonly<Record<Language, Phrases>> = { en, fr, es };

export const languages: readonly Language[] = ['en', 'fr', 'es'];

/** A phrase with its places filled. */
export function filled(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
