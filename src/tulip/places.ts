import type { Tulip, TulipPoint, TulipSymbol } from '../model/tulip.ts';

/** Where a symbol stands and how it is turned. */
export type Place = Pick<TulipSymbol, 'at' | 'angle' | 'scale'>;

/** Gives one place after another, in the order in which symbols and labels are written. */
export interface Places {
  readonly symbol: (id: string) => Place;
  readonly label: () => TulipPoint;
}

/** How far from the junction a symbol stands when nobody placed it. */
const reach = 0.85;
/** How far from the junction lies what one drives across: the arrow head stays clear of it. */
const acrossAt = 0.22;
/** Places in words, degrees clockwise from straight ahead; where nobody said, the best comes first. */
const sides = {
  'front-right': 45,
  'front-left': -45,
  right: 90,
  left: -90,
  'back-right': 135,
  'back-left': -135,
} as const;

/** A side of the junction, or across the way out, as a river lies that one drives through. */
export const placeWords = [
  'front-right',
  'front-left',
  'right',
  'left',
  'back-right',
  'back-left',
  'across',
] as const;
export type PlaceWord = (typeof placeWords)[number];

/** The place that a word names at this junction. */
export function placeOf(word: PlaceWord, { exit }: Tulip): Place {
  if (word !== 'across') return { at: polar(sides[word], reach), angle: 0, scale: 1 };
  const angle = exit?.angle ?? 0;
  return { at: polar(angle, acrossAt), angle, scale: 1.5 };
}

/** What one drives through or over and never along: it lies across the way out unless someone says otherwise. */
const crossings: ReadonlySet<string> = new Set([
  ...['ford', 'water-crossing', 'concrete-pass', 'concrete-in-water', 'level-crossing'],
  ...['cattle-guard', 'gate', 'gate-barrier', 'wall-gate', 'bridge', 'above-bridge', 'under-bridge'],
]);

/** Places for what nobody placed: across the way out, or else in the middle of the widest gap between the roads. */
export function freePlaces(tulip: Tulip): Places {
  const { exit, roads } = tulip;
  const taken = [180, ...(exit ? [exit.angle] : []), ...roads.map((road) => road.angle)];
  let crossed = exit === null || exit.path !== null || exit.curve !== 0;
  const besides = (): number => {
    let best = 0;
    let widest = -1;
    for (const bearing of Object.values(sides)) {
      const gap = Math.min(...taken.map((angle) => apart(angle, bearing)), 45);
      if (gap > widest) [best, widest] = [bearing, gap];
    }
    taken.push(best);
    return best;
  };
  return {
    symbol: (id) => {
      if (crossed || !crossings.has(id)) return { at: polar(besides(), reach), angle: 0, scale: 1 };
      crossed = true;
      return placeOf('across', tulip);
    },
    label: () => {
      const [x, y] = polar(besides(), reach);
      return [Math.sign(x) * reach, y];
    },
  };
}

function polar(bearing: number, length: number): TulipPoint {
  const radians = (bearing * Math.PI) / 180;
  return [round(length * Math.sin(radians)), round(length * Math.cos(radians))];
}

function apart(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
