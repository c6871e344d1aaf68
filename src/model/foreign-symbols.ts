import { openRoadBookIds } from './lexicon/open-roadbook-ids.ts';
import {
  openRallyTags,
  rallyNavigatorIds,
  rallyNavigatorNames,
  rallyNavigatorWordIds,
  rallyNavigatorWordNames,
} from './lexicon/rally-navigator-icons.ts';
import { tulipGlyphs, tulipWords } from './lexicon/tulip-glyphs.ts';
import { abbreviationOf, plain, symbolNamed, symbolOf } from './lexicon.ts';

/**
 * Other programs' names of symbols, in ours. Each function gives a lexicon id, or null for what the lexicon has no word
 * for: then the reader keeps the file's own name. What is written as a picture there and as letters in a roadbook's text
 * (`abbr-kpL`, the icon "Keep Left") is an abbreviation, and has a function of its own.
 */

/** An icon element of an RN2 file, as far as it is there. */
export interface RallyNavigatorIcon {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly gpx_tags?: string | null | undefined;
}

/** The symbol of a Tulip glyph by its file name, with or without folder and `.svg`. */
export function symbolFromTulipGlyph(name: string): string | null {
  const glyph = glyphName(name);
  const metres = /^distance(\d+)$/.exec(glyph)?.[1];
  if (metres !== undefined) return `distance-${metres}`;
  const known = tulipSymbols.get(glyph) ?? tulipSymbols.get(glyph.replace(/-red$/, ''));
  if (known !== undefined) return known;
  if (tulipLetters.has(glyph)) return null;
  return symbolOf(glyph)?.id ?? symbolOf(glyph.replace(/-red$/, ''))?.id ?? null;
}

/** The abbreviation that a Tulip glyph shows: `abbr-kpL` is kpL. */
export function abbreviationFromTulipGlyph(name: string): string | null {
  const glyph = glyphName(name);
  const letters = tulipLetters.get(glyph) ?? glyph.replace(/^abbr-/, '');
  return letters === glyph && !/^CAP/.test(glyph) ? null : (abbreviationOf(letters)?.code ?? null);
}

/** The symbol of a Rally Navigator icon: by its OpenRally tags, else its id, else its name in any language met. */
export function symbolFromRn2({ id, name, gpx_tags: tags }: RallyNavigatorIcon): string | null {
  return (
    (tags && symbolFromTags(tags)) ||
    (id && rnIds.get(id.toLowerCase())) ||
    (name && symbolFromRnName(name)) ||
    null
  );
}

/** The abbreviation that a Rally Navigator icon stands for. */
export function abbreviationFromRn2({ id, name }: RallyNavigatorIcon): string | null {
  return (id && rnWordIds.get(id.toLowerCase())) || (name && rnWordNames.get(plain(name))) || null;
}

/** The symbol of an OpenRoadBook id; its variants (`roundabout.exit_2`) count as their family. */
export function symbolFromOrb(id: string): string | null {
  const family = id.split('.')[0] ?? id;
  return orbIds.get(id) ?? orbIds.get(family) ?? symbolOf(family.replaceAll('_', '-'))?.id ?? null;
}

const tulipSymbols: ReadonlyMap<string, string> = new Map(Object.entries(tulipGlyphs));
const tulipLetters: ReadonlyMap<string, string> = new Map(Object.entries(tulipWords));
const tags: ReadonlyMap<string, string> = new Map(Object.entries(openRallyTags));
const rnIds: ReadonlyMap<string, string> = new Map(Object.entries(rallyNavigatorIds));
const rnWordIds: ReadonlyMap<string, string> = new Map(Object.entries(rallyNavigatorWordIds));
const orbIds: ReadonlyMap<string, string> = new Map(Object.entries(openRoadBookIds));
const rnNames = new Map<string, string>(Object.entries(rallyNavigatorNames).map(([n, id]) => [plain(n), id]));
const rnWordNames = new Map<string, string>(
  Object.entries(rallyNavigatorWordNames).map(([n, code]) => [plain(n), code]),
);

function glyphName(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.svg$/i, '');
}

/** What `<openrally:danger>2</openrally:danger>` and the like stand for; the first element counts. */
function symbolFromTags(text: string): string | null {
  const [, element, value] = /<(?:[\w-]+:)?([a-z]+)\b[^<>]*>([^<>]*)/.exec(text) ?? [];
  if (element === undefined) return null;
  const number = value?.trim() ?? '';
  if (element === 'danger' && /^[123]$/.test(number)) return `danger-${number}`;
  if (element === 'speed' && /^\d{1,3}$/.test(number)) return `speed-${Number(number)}`;
  return tags.get(element) ?? null;
}

function symbolFromRnName(name: string): string | null {
  const key = plain(name);
  if (rnWordNames.has(key)) return null;
  const limit = /^(end|finde)?(?:speedlimit|limitationdevitesse)(\d{1,3})(end)?$/.exec(key);
  if (limit) return `speed-${Number(limit[2])}${limit[1] || limit[3] ? '-end' : ''}`;
  const metres = /^(\d{1,4})met(?:er|re)s?$/.exec(key);
  if (metres) return `distance-${Number(metres[1])}`;
  return rnNames.get(key) ?? symbolNamed(name.replace(/^(?:landmark|sign) /i, '')) ?? symbolNamed(name);
}
