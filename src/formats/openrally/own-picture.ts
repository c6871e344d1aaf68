import { cleanSymbols, cleanTulip } from '../../model/clean.ts';
import type { Note } from '../../model/roadbook.ts';
import type { Tulip } from '../../model/tulip.ts';
import { xmlText } from '../xml/text.ts';

/** What a picture was drawn from, so that it can be edited and drawn again. */
export interface Drawn {
  readonly tulip?: Tulip;
  readonly symbols?: Note['symbols'];
}

/** The picture with what it was drawn from in its metadata, which every viewer passes over. */
export function withSource(svg: string, drawn: Drawn): string {
  const picture = svg.trim();
  const json = JSON.stringify({ sum: checksum(picture), ...drawn }).replace(
    /[\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16)}`,
  );
  const behindTag = picture.indexOf('>') + 1;
  return `${picture.slice(0, behindTag)}${opening}${xmlText(json)}${closing}${picture.slice(behindTag)}`;
}

/** What a picture of ours was drawn from; null for any other, and for one that was changed since. */
export function drawnFrom(picture: string): Drawn | null {
  const start = picture.indexOf('>') + 1;
  if (!picture.startsWith(opening, start)) return null;
  const end = picture.indexOf(closing, start);
  if (end === -1) return null;
  // Its sum is of the picture without this; another program may have changed it since.
  const { sum, ...drawn } = parsed(picture.slice(start + opening.length, end));
  const bare = picture.slice(0, start) + picture.slice(end + closing.length);
  return sum === checksum(bare) ? cleanDrawn(drawn) : null;
}

/** Null where a part of it is not as the model has it. */
function cleanDrawn({ tulip, symbols, ...others }: Readonly<Record<string, unknown>>): Drawn | null {
  const cleaned = { tulip: cleanTulip(tulip), symbols: cleanSymbols(symbols) };
  const isBad =
    (cleaned.tulip === null && tulip !== undefined) || (cleaned.symbols === null && symbols !== undefined);
  if (isBad || Object.keys(others).length > 0) return null;
  return {
    ...(cleaned.tulip && { tulip: cleaned.tulip }),
    ...(cleaned.symbols && { symbols: cleaned.symbols }),
  };
}

const opening = '<metadata id="roadbook">';
const closing = '</metadata>';

const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(
      text.replace(/&(?:amp|lt|gt);/g, (reference) => references[reference] ?? ''),
    );
    return { ...Object(found) };
  } catch {
    return {};
  }
}

/** Fowler–Noll–Vo 1a over UTF-16 code units, 32 bits: against a slip, not against intent. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
