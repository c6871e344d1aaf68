import { symbolOf } from '../model/lexicon.ts';
import { built } from './pictograms/built.ts';
import { natural } from './pictograms/natural.ts';
import { organisation } from './pictograms/organisation.ts';
import { line, type Pictogram, ring, shape, text } from './pictograms/shape.ts';
import { terrain } from './pictograms/terrain.ts';

const drawn: ReadonlyMap<string, Pictogram> = new Map(
  [natural, built, terrain, organisation].flatMap((table) => Object.entries(table)),
);

/** The picture of a symbol, our own drawing: the word in a frame where none is drawn. */
export function pictogramOf(symbol: string): Pictogram {
  return drawn.get(symbol) ?? limit(symbol) ?? word(symbolOf(symbol)?.short ?? symbol);
}

/** Whether the symbol has a picture, not a mere word. */
export function isPictured(symbol: string): boolean {
  return drawn.has(symbol);
}

/** A speed limit: its number in a ring, struck through at its end. */
function limit(symbol: string): Pictogram | null {
  const [, kmh, end] = /^speed-(\d{1,3})(-end)?$/.exec(symbol) ?? [];
  if (kmh === undefined) return null;
  return [shape(ring(12, 12, 11)), text(kmh, kmh.length > 2 ? 9 : 12), ...(end ? [line('M4 20L20 4')] : [])];
}

function word(short: string): Pictogram {
  const letters = short.slice(0, 8);
  return [shape('M0 6L24 6L24 18L0 18Z'), text(letters, Math.min(10, 34 / Math.max(1, letters.length)))];
}
