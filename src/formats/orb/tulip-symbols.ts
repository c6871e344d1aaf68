import type { Tulip } from '../../model/tulip.ts';
import { same } from '../../text/same.ts';
import { fromNotation } from '../../tulip/notation.ts';
import type { TulipNotation } from '../../tulip/notation-schema.ts';

/** A tulip as OpenRoadBook names it; `variant` is `slight` or `sharp`. */
export interface OrbTulip {
  readonly symbol: string;
  readonly variant?: string;
}

/**
 * What the symbols of the draft, its demo and its templates say of the junction. No registry is published, so the roads
 * beside the way out are as few as the name asks for; an exit is counted as where traffic keeps right.
 */
const symbols: readonly (readonly [OrbTulip, TulipNotation])[] = [
  [{ symbol: 'straight' }, 'straight'],
  [{ symbol: 'turn_left' }, 'left'],
  [{ symbol: 'turn_right' }, 'right'],
  [{ symbol: 'turn_left', variant: 'slight' }, 'slight-left'],
  [{ symbol: 'turn_right', variant: 'slight' }, 'slight-right'],
  [{ symbol: 'turn_left', variant: 'sharp' }, 'sharp-left'],
  [{ symbol: 'turn_right', variant: 'sharp' }, 'sharp-right'],
  [{ symbol: 'junction.turn_left' }, 't-left'],
  [{ symbol: 'junction.turn_right' }, 't-right'],
  [{ symbol: 'junction' }, 'crossroads'],
  [{ symbol: 'exit.left' }, 'fork-left'],
  [{ symbol: 'exit.right' }, 'fork-right'],
  [{ symbol: 'incoming.left' }, { out: 0, roads: [-90] }],
  [{ symbol: 'incoming.right' }, { out: 0, roads: [90] }],
  [{ symbol: 'roundabout.exit_1' }, 'roundabout-right'],
  [{ symbol: 'roundabout.exit_2' }, 'roundabout'],
  [{ symbol: 'roundabout.exit_3' }, 'roundabout-left'],
  [{ symbol: 'finish' }, 'end'],
];

/** Symbols that say where one is, not how the road runs: it runs straight on. */
const places = new Set(['start', 'checkpoint', 'town.through', 'milestone']);

const tulips = symbols.map(([name, notation]) => ({ name, tulip: fromNotation(notation) }));

/** The tulip of a symbol, in any spelling (`exit.left`, `exit-left`, `turnLeft`, `TURN_LEFT`); null where it is unknown. */
export function tulipOf({ symbol, variant }: OrbTulip): Tulip | null {
  const name = spelling(symbol);
  const found =
    tulips.find((one) => one.name.symbol === name && one.name.variant === variant) ??
    tulips.find((one) => one.name.symbol === name) ??
    tulips.find((one) => name === 'roundabout' && one.name.symbol === 'roundabout.exit_2');
  if (found !== undefined) return structuredClone(found.tulip);
  return places.has(name) ? fromNotation('straight') : null;
}

/** Whether a symbol has a variant of this name. */
export function hasVariant(symbol: string, variant: string): boolean {
  return tulips.some(({ name }) => name.symbol === spelling(symbol) && name.variant === variant);
}

function spelling(symbol: string): string {
  const words = symbol
    .replaceAll('-', '.')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
  return words === 'turn.left' || words === 'turn.right' ? words.replace('.', '_') : words;
}

/** The symbol that says exactly this; null where none does. */
export function exactSymbol(tulip: Tulip): OrbTulip | null {
  return tulips.find((one) => same(one.tulip, tulip))?.name ?? null;
}

/** The symbol that turns as nearly as much, among the roundabouts if it is one. */
export function nearestSymbol(tulip: Tulip): OrbTulip {
  const { exit, roundabout } = tulip;
  if (exit === null) return { symbol: 'finish' };
  const alike = tulips.filter((one) => one.tulip.roundabout === roundabout && one.tulip.exit !== null);
  const apart = (other: Tulip) => Math.abs((other.exit?.angle ?? 0) - exit.angle);
  return alike.reduce((best, one) => (apart(one.tulip) < apart(best.tulip) ? one : best)).name;
}
