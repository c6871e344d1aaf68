import { parseLenient } from '../../model/lenient.ts';
import type { Tulip } from '../../model/tulip.ts';
import { fromNotation } from '../../tulip/notation.ts';
import { TulipNotation } from '../../tulip/notation-schema.ts';
import { type Given, text, wrong } from './given.ts';

/** The tulip that a cell says: a word, an angle or JSON; null, and reported, where it is none. */
export function tulipOf(given: Given): Tulip | null {
  const said = text(given).trim();
  const { value, diagnostics } = parseLenient(
    TulipNotation,
    /^[\d[{+.-]/.test(said) ? json(given, said) : said,
    () => given.span,
    () => given.what,
  );
  for (const diagnostic of diagnostics) given.report(diagnostic);
  return value === null ? null : fromNotation(value);
}

/** Null where it is no JSON, which is then reported and read as no tulip. */
function json(given: Given, said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    wrong(given, said, 'a word, an angle or the JSON of a tulip');
    return {};
  }
}
