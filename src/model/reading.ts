import type { Diagnostic } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { Roadbook } from './roadbook.ts';

/** A field's address inside a tree: `['notes', 3, 'distance']`. */
export type Path = readonly (string | number)[];

/**
 * Where a field of the Roadbook stands in the file: the field's own place, or that of its nearest ancestor that has one.
 * With `key`, the place of the key that the field stands under, where the format has keys.
 * Places are looked for when asked, so a clean file does not pay for them. Null only when the file has no text.
 */
export type Locate = (path: Path, part?: 'value' | 'key') => Span | null;

/** What a reader understood. `roadbook` is null when nothing could be: then `diagnostics` says why. */
export interface Reading {
  readonly format: string;
  readonly roadbook: Roadbook | null;
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}
