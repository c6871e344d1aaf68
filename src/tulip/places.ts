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
/** Where it may stand, degrees clockwise from straight ahead, best first. */
const bearings = [45, -45, 90, -90, 135, -135, 20, -20];

/** What one drives through or over: it lies across the way out. */
const crossings: ReadonlySet<string> = new Set([
  ...[
    'river',
    'dry-river',
    'ford',
    'water-crossing',
    'wash',
    'small-wadi',
    'big-wadi',
    'sandy-wadi',
    'canal',
  ],
  ...[
    'railroad',
    'pipeline',
    'fence',
    'barbed-wire-fence',
    'gate',
    'cattle-guard',
    'wall',
    'low-wall',
    'wall-gate',
  ],
  ...['above-bridge', 'under-bridge', 'bridge', 'concrete-pass', 'concrete-in-water'],
]);

/** Places for what nobody placed: across the way out, or else in the middle of the widest gap between the roads. */
export function freePlaces({ exit, roads }: Tulip): Places {
  const taken = [180, ...(exit ? [exit.angle] : []), ...roads.map((road) => road.angle)];
  let crossed = exit === null || exit.path !== null || exit.curve !== 0;
  const besides = (): number => {
    let best = 0;
    let widest = -1;
    for (const bearing of bearings) {
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
      return { at: polar(exit?.angle ?? 0, 0.4), angle: exit?.angle ?? 0, scale: 1.5 };
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
