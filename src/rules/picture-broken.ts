import type { Rule } from './rule.ts';

/**
 * A picture in base64 is whole, and written as other readers take it.
 *
 * Source: RFC 2397 (data URLs) with the base64 of RFC 2045; PNG 1.2, “IEND” ends every file; JPEG, marker EOI.
 */
export const rule: Rule = {
  code: 'RB804',
  name: 'picture-broken',
  severity: 'error',
  needs: 'odometer',
  *check({ notes, locate, say }) {
    for (const [index, { pictures }] of notes.entries()) {
      if (isSurelyWhole(pictures.tulip) && isSurelyWhole(pictures.text)) continue;
      for (const which of ['tulip', 'text'] as const) {
        const picture = pictures[which];
        const found = picture === null ? null : faultOf(picture);
        if (found === null) continue;
        yield {
          message: `the ${which === 'tulip' ? 'tulip picture' : 'picture of the text'} of ${say(index)} ${found}`,
          span: locate(['notes', index, 'pictures', which]),
          help: 'export the picture again; crews may see none here',
        };
      }
    }
  },
};

interface Kind {
  readonly name: string;
  readonly start: string;
  /** Bytes in Latin-1 that a whole file ends with, but for what some programs leave behind them; null where they can be any. */
  readonly end: string | null;
}

const kinds: readonly Kind[] = [
  { name: 'PNG', start: '\x89PNG\r\n\x1a\n', end: 'IEND\xae\x42\x60\x82' },
  { name: 'JPEG', start: '\xff\xd8\xff', end: '\xff\xd9' },
  { name: 'GIF', start: 'GIF8', end: null },
  { name: 'WebP', start: 'RIFF', end: null },
];

const points = /^\s*data:image\/(?:png|jpe?g|gif|webp)(?:;[\w=.-]{1,40})*;base64,/i;

/** The same of which the rest is something else: a picture of points is in base64 or in nothing that readers know. */
const unmarked = /^\s*data:image\/(?:png|jpe?g|gif|webp)\b/i;

/** Looks at both ends of a picture alone: a stage has tens of megabytes of them. Null where nothing is wrong. */
function faultOf(picture: string): string | null {
  const [head = ''] = points.exec(picture) ?? [];
  if (head === '') return unmarked.test(picture) ? 'does not say that it is in base64, “;base64,”' : null;
  // Each of these is every 32nd character of a picture that has them.
  const sample = picture.slice(head.length, head.length + 4096);
  if (/[-_]/.test(sample))
    return 'is written in the base64 of web addresses (- and _), which most readers do not take';
  const code = /\s/.test(sample)
    ? picture.slice(head.length).replace(/\s+/g, '')
    : picture.slice(head.length);
  const kind = kinds.find(({ start }) => bytes(code.slice(0, 16)).startsWith(start));
  if (kind === undefined) return 'is none: it does not begin as a picture does';
  if (kind.end === null) return null;
  return bytes(tailOf(code)).includes(kind.end)
    ? null
    : `is cut off or damaged: it does not end as a ${kind.name} does`;
}

const wholePng = {
  start: 'data:image/png;base64,iVBORw0KGgo',
  /** `IEND` and its checksum, beginning at each of the three bytes that four characters stand for. */
  ends: ['SUVORK5CYII=', 'ElFTkSuQmCC', 'JRU5ErkJggg=='],
  /** What base64 has on its way through addresses of the web: a plus becomes a space. */
  foreign: ['-', '_', ' '],
};

/** Nearly every picture is, or there is none, and this is told from its characters. */
function isSurelyWhole(picture: string | null): boolean {
  if (picture === null || picture.startsWith('<')) return true;
  if (!picture.startsWith(wholePng.start)) return false;
  for (const character of wholePng.foreign) if (picture.includes(character)) return false;
  for (const end of wholePng.ends) if (picture.endsWith(end)) return true;
  return false;
}

/** The last hundred characters, from where four of them begin that are three bytes. */
function tailOf(code: string): string {
  return code.slice(Math.max(0, (Math.floor(code.length / 4) - 25) * 4));
}

function bytes(code: string): string {
  return Buffer.from(code, 'base64').toString('latin1');
}
