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
    /^[\d[{+.-]/.test(said) ? json(given, said) : wordOf(said),
    () => given.span,
    () => given.what,
  );
  for (const diagnostic of diagnostics) given.report(diagnostic);
  return value === null ? null : fromNotation(value);
}

/** What people write beside our words. */
const words: ReadonlyMap<string, string> = new Map([
  ...'l, g, ←, turn left, gauche, à gauche, izquierda, links, sinistra, esquerda'
    .split(', ')
    .map((word) => [word, 'left'] as const),
  ...'r, →, turn right, droite, à droite, derecha, rechts, destra, direita'
    .split(', ')
    .map((word) => [word, 'right'] as const),
  ...'s, ↑, straight on, go straight, tout droit, recto, todo recto, geradeaus, dritto, diritto'
    .split(', ')
    .map((word) => [word, 'straight'] as const),
]);

function wordOf(said: string): string {
  const word = said.toLowerCase();
  return words.get(word) ?? word.replace(/[\s_]+/g, '-');
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
