import type { Finding } from '../text/diagnostic.ts';
import type { Context } from './context.ts';
import { median } from './ground.ts';
import type { Rule } from './rule.ts';

/**
 * The way between two notes is as long on the page as on the track. Producers measure on different earths and organisers
 * by odometer, so the page’s scale and its usual scatter are taken from the roadbook itself: what is named stands out from
 * its own notes. A note whose two ways are off by the same amount in opposite directions has the wrong total.
 *
 * Source: formats: Rally Navigator sums haversines on 6,371.0 km, Tulip on 6,378.137 km; robust scale by the median absolute
 * deviation (Huber 1981).
 */
export const rule: Rule = {
  code: 'RB409',
  name: 'distance-off-track',
  severity: 'warning',
  needs: 'geometry',
  *check(context) {
    const ways = waysOf(context);
    const scale = median(ways.map(({ stated, measured }) => stated / measured));
    if (ways.length < 5) return;
    if (scale < 0.8 || scale > 1.25) {
      if (isAlike(ways, scale)) yield otherScale(context, ways, scale);
      return;
    }
    const off = ways.map(({ stated, measured }) => stated - scale * measured);
    const scatter = 1.4826 * median(off.map(Math.abs));
    const most = (i: number) =>
      Math.max(context.thresholds.trackMetres, 6 * scatter, 0.01 * (ways[i]?.measured ?? 0));
    for (let i = 0; i < ways.length; i++) {
      const way = ways[i];
      const excess = off[i] ?? 0;
      if (!way || Math.abs(excess) <= most(i)) continue;
      const next = ways[i + 1];
      const isTotal = next?.from === way.to && Math.abs(excess + (off[i + 1] ?? 0)) <= most(i + 1);
      const end = isTotal ? next.to : way.to;
      yield finding(context, way.from, way.to, end, excess, scale * way.measured);
      if (isTotal) i++;
    }
  },
};

/** The way from one note that has a place to the next, on one printed count. */
interface Way {
  readonly from: number;
  readonly to: number;
  readonly stated: number;
  readonly measured: number;
}

function waysOf({ ground, layout: { places, drops } }: Context): Way[] {
  const ways: Way[] = [];
  if (ground === null) return ways;
  let from: number | null = null;
  for (const [to, projection] of ground.notes.entries()) {
    if (projection === null || projection.offset > 40 || !places[to]?.measured) continue;
    const before: number | null = from;
    from = to;
    const start = before === null ? null : (ground.notes[before]?.along ?? null);
    if (before === null || start === null || drops.some(({ note }) => note > before && note <= to)) continue;
    const stated = (places[to]?.at ?? 0) - (places[before]?.at ?? 0);
    const measured = projection.along - start;
    if (measured > 0) ways.push({ from: before, to, stated, measured });
  }
  return ways;
}

/** Most of the ways are longer or shorter by the same factor, so the track is that of the roadbook. */
function isAlike(ways: readonly Way[], scale: number): boolean {
  const alike = ways.filter(({ stated, measured }) => Math.abs(stated / measured / scale - 1) < 0.1);
  return alike.length * 2 > ways.length;
}

/** Miles or metres where the file says kilometres, and the like. */
function otherScale({ locate }: Context, ways: readonly Way[], scale: number): Finding {
  const unit = mixedUp.find(([factor]) => Math.abs(scale / factor - 1) < 0.05)?.[1];
  const times = scale < 1 ? scale.toFixed(2) : String(Number(scale.toPrecision(3)));
  return {
    message: `the stated distances are ${times} times as long as the track`,
    span: locate(['notes', ways[0]?.to ?? 0, 'distance']),
    help: unit ?? 'look whether the units are right, and whether the track is that of this stage',
  };
}

const mixedUp: readonly (readonly [factor: number, help: string])[] = [
  [1 / 1.609344, 'they look like miles: state the units, or write kilometres'],
  [1.609344, 'they look like kilometres: state the units, or write miles'],
  [1000, 'they look like metres: write kilometres'],
  [0.001, 'they look like thousandths: write them with the right decimal point'],
];

function finding(
  { notes, locate, say, length }: Context,
  from: number,
  note: number,
  end: number,
  excess: number,
  measured: number,
): Finding {
  const comparison = excess > 0 ? 'longer' : 'shorter';
  const by = length(Math.abs(excess));
  return {
    message: `the way from ${say(from)} to ${say(note)} is ${by} ${comparison} than on the track, where it is ${length(measured)}`,
    span: locate(['notes', note, 'distance']),
    notes:
      end === note
        ? []
        : [
            {
              message: `the way on to note ${notes[end]?.number} is off by the same, the other way round`,
              span: locate(['notes', end, 'distance']),
            },
          ],
    help:
      end === note
        ? 'correct the distance, or the place of the note'
        : `correct the total of note ${notes[note]?.number}`,
  };
}
