import type { Tulip, TulipPoint } from '../model/tulip.ts';

/** How far from the junction a symbol stands when nobody placed it. */
const reach = 0.85;
/** Where it may stand, degrees clockwise from straight ahead, best first. */
const bearings = [45, -45, 90, -90, 135, -135, 20, -20];

/** Gives one place after another for symbols and labels: the middle of the widest gap between the roads comes first. */
export function freePlaces({ exit, roads }: Tulip): () => TulipPoint {
  const taken = [180, ...(exit ? [exit.angle] : []), ...roads.map((road) => road.angle)];
  return () => {
    let best = 0;
    let widest = -1;
    for (const bearing of bearings) {
      const gap = Math.min(...taken.map((angle) => apart(angle, bearing)), 45);
      if (gap > widest) [best, widest] = [bearing, gap];
    }
    taken.push(best);
    const radians = (best * Math.PI) / 180;
    return [round(reach * Math.sin(radians)), round(reach * Math.cos(radians))];
  };
}

function apart(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
