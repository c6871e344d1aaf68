import type { Note } from '../../model/roadbook.ts';
import type { Tulip } from '../../model/tulip.ts';
import { same } from '../../text/same.ts';
import { drawTulip } from '../../tulip/drawing.ts';
import { fromNotation } from '../../tulip/notation.ts';
import { toSvg } from '../../tulip/svg.ts';
import type { Mapping } from '../tree/value.ts';
import type { Odd } from './as-meant.ts';
import type { Instruction } from './instruction.ts';
import { exactSymbol, hasVariant, nearestSymbol, tulipOf } from './tulip-symbols.ts';

type TulipValue = NonNullable<Instruction['tulip']> | null;

/** Stands where the schema wants a symbol and there is only a picture, or none: a tulip left out would mean straight on. */
export const unknownTulip = 'custom';

/** A tulip of a file. None means straight on, and nothing behind a finish: so says the draft. */
export function readTulip(
  value: TulipValue,
  finish: boolean,
): { tulip: Tulip | null; picture: string | null } {
  if (value === null) return { tulip: fromNotation(finish ? 'end' : 'straight'), picture: null };
  const { symbol, variant, svg } = typeof value === 'string' ? { symbol: value } : value;
  const tulip = symbol ? tulipOf({ symbol, ...(variant && { variant }) }) : null;
  return { tulip, picture: svg ?? null };
}

/**
 * For a file: the symbol that says exactly the tulip, else the nearest one and a drawing. What was read stays as it was
 * while the tulip is the one it stands for.
 */
export function writeTulip({ tulip, pictures }: Note, read: Mapping | null): Mapping {
  const svg = isSvg(pictures.tulip) ? pictures.tulip : null;
  const kept = keptTulip(read, tulip);
  if (kept) return { ...kept, ...(svg !== null && { svg }) };
  if (tulip === null) return { symbol: unknownTulip, ...(svg !== null && { svg }) };
  const exact = exactSymbol(tulip);
  if (exact) return { ...exact, ...(svg !== null && { svg }) };
  return { ...nearestSymbol(tulip), svg: svg ?? toSvg(drawTulip(tulip)) };
}

/** What of a tulip says something that its reading does not show. */
export function oddTulip({ tulip: value }: Instruction): Odd[] {
  if (!value) return [];
  const { symbol, variant, svg, ...more } = typeof value === 'string' ? { symbol: value } : value;
  const odd = (what: string): Odd[] => [{ key: 'tulip', path: ['tulip'], what }];
  if (!symbol) {
    return svg || Object.keys(more).length === 0
      ? []
      : odd('has neither symbol nor svg: the note shows none');
  }
  if (symbol === unknownTulip) return [];
  if (tulipOf({ symbol }) === null && !svg)
    return odd(`symbol “${symbol}” is not known: the note shows none`);
  if ('mirror' in more && more.mirror === true)
    return odd(`symbol “${symbol}” is to be mirrored, which is not done: look which way it goes`);
  if (!variant || !tulipOf({ symbol }) || hasVariant(symbol, variant)) return [];
  return odd(`variant “${variant}” of “${symbol}” is not known: it is left out`);
}

/** What of a tulip in a file would not be written again, and so is kept; null where nothing. */
export function leftOfTulip(value: TulipValue): object | null {
  if (value === null) return null;
  const { svg, ...rest } = typeof value === 'string' ? { symbol: value } : value;
  const { symbol, variant, ...more } = rest;
  const bare = { ...(symbol && { symbol }), ...(variant && { variant }), ...more };
  if (same(bare, { symbol: unknownTulip })) return null;
  const { tulip } = readTulip(value, false);
  return (tulip && same(exactSymbol(tulip), bare)) || Object.keys(bare).length === 0 ? null : bare;
}

/** An SVG is text, and can stand in YAML; a data URL is no SVG. */
function isSvg(picture: string | null): picture is string {
  return picture !== null && /^\s*<(?:\?xml|!--|!doctype|svg)/i.test(picture);
}

function keptTulip(read: Mapping | null, tulip: Tulip | null): Mapping | null {
  if (typeof read?.symbol !== 'string') return null;
  const { symbol, variant } = read;
  const meant = tulipOf({ symbol, ...(typeof variant === 'string' && { variant }) });
  return same(meant, tulip) ? read : null;
}
