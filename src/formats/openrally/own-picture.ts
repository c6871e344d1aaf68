import * as z from 'zod';
import { Note } from '../../model/roadbook.ts';
import { Tulip } from '../../model/tulip.ts';
import { xmlText } from '../xml/text.ts';

/** What a picture was drawn from, so that it can be edited and drawn again. */
const Drawn = z.strictObject({
  /** Of the picture without this; another program may have changed it since. */
  sum: z.string(),
  tulip: Tulip.optional(),
  symbols: Note.shape.symbols.optional(),
});

export type Drawn = Omit<z.output<typeof Drawn>, 'sum'>;

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
  const drawn = Drawn.safeParse(parsed(picture.slice(start + opening.length, end)));
  if (!drawn.success) return null;
  const { sum, ...rest } = drawn.data;
  const bare = picture.slice(0, start) + picture.slice(end + closing.length);
  return sum === checksum(bare) ? rest : null;
}

const opening = '<metadata id="roadbook">';
const closing = '</metadata>';

const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/&(?:amp|lt|gt);/g, (reference) => references[reference] ?? ''));
  } catch {
    return null;
  }
}

/** Fowler–Noll–Vo 1a over UTF-16 code units, 32 bits: against a slip, not against intent. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
