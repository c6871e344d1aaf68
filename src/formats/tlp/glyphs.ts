import type { WaypointType } from '../../model/fields.ts';
import { Danger } from '../../model/fields.ts';
import { abbreviationFromTulipGlyph, symbolFromTulipGlyph } from '../../model/foreign-symbols.ts';
import { type Mark, unfitDanger, waypointOfSymbol } from '../marks.ts';

/**
 * What a glyph means, by the name of its file: TLP has no fields for danger, limits, resets, fuel and services. The name
 * is all that counts, so that a user's own glyph `danger-2-red.svg` is a danger too, as it is in Tulip.
 */

const services = [
  ['fuel-zone', 'fuel'],
  ['medical', 'medical'],
  ['helicopter', 'helicopter'],
  ['police', 'police'],
  ['firetruck', 'fire'],
  ['spectators', 'spectators'],
  ['media', 'media'],
] as const;

/**
 * `./assets/svg/glyphs/speed-50.svg` is `speed-50`, from any folder of any system, as a copy (`speed-50 (1).svg`) too; empty
 * for an embedded image.
 */
export function glyphName(source: string): string {
  if (source.startsWith('data:')) return '';
  const file = source.slice(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
  const name = unescaped(file.replace(/[?#].*$/s, '')).replace(/\.(?:svg|png|webp|gif|jpe?g)$/i, '');
  return name.replace(/ \(\d+\)$/, '');
}

function unescaped(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** The spelling that marks are looked for in: file names come in any case, and with underlines. */
function spelling(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

/** `stopSeconds` is the row's: the glyph says that there is a stop, the row for how long. Limits are km/h. */
export function markOfGlyph(name: string, stopSeconds: number | null): Mark | null {
  const lower = spelling(name);
  const danger = /danger-?(\d+)/.exec(lower)?.[1];
  if (danger !== undefined) {
    const level = Danger.safeParse(Number(danger));
    return level.success ? { mark: 'danger', level: level.data } : unfitDanger(danger);
  }
  const limit = /speed-?(\d+)$/.exec(lower)?.[1];
  if (limit !== undefined) return { mark: 'limit', kmh: Number(limit) };
  if (lower.includes('reset-distance')) return { mark: 'reset', metres: 0 };
  if (lower.includes('stop-round'))
    return { mark: 'stop', seconds: Math.max(0, Math.round(stopSeconds ?? 0)) };
  if (name === 'MODIF' || name === 'NEWNOTE') return { mark: 'change', change: name };
  if (lower.includes('media-end')) return null;
  const service = services.find(([part]) => lower.includes(part))?.[1];
  return service ? { mark: 'service', service } : null;
}

/** The waypoint types that a control's own glyph stands for; the ones with a speed limit also start a speed zone. */
export function waypointsOfGlyph(name: string): WaypointType[] {
  const type = waypointOfSymbol(knownSymbol(name) ?? '');
  if (!type) return [];
  return spelling(name).endsWith('-speed-limit') ? [type, 'DZ'] : [type];
}

/** The lexicon's id, else the glyph's own name. */
export function symbolOfGlyph(name: string): string {
  return knownSymbol(name) ?? (name.slice(0, 80) || 'image');
}

function knownSymbol(name: string): string | null {
  return symbolFromTulipGlyph(name) ?? symbolFromTulipGlyph(spelling(name));
}

/** The abbreviation that a glyph stands for; such glyphs are words. */
export function wordOfGlyph(name: string): string | null {
  return knownSymbol(name) === null ? abbreviationFromTulipGlyph(name) : null;
}
