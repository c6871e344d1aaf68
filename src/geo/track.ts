import {
  blocksWithin,
  type Line,
  likelyBlock,
  lineOf,
  type Nearest,
  nearestOn,
  type Place,
  placeOn,
} from './line.ts';

/** Distance at each point of a line from its first, by the given rule, metres. */
export function lengthsAlong(
  line: readonly Place[],
  distance: (from: Place, to: Place) => number,
): Float64Array {
  const lengths = new Float64Array(line.length);
  let previous = line[0];
  let sum = 0;
  for (const [i, place] of line.entries()) {
    if (previous !== undefined) sum += distance(previous, place);
    lengths[i] = sum;
    previous = place;
  }
  return lengths;
}

/** Where on a track a place lies: so far along it, and so far off it, metres. */
export interface Projection {
  readonly along: number;
  readonly offset: number;
}

interface Candidate extends Projection {
  /** Least cost of a way to here, and the candidate of the place before that it goes through. */
  cost: number;
  from: Candidate | null;
}

/** Passes of the track this near to a place, metres, are weighed against each other; or up to twice as far as the nearest. */
const nearby = 50;
/** Going back along the track costs as much as lying 1 km off it, so it happens only where the places are out of order. */
const backwards = 1000 ** 2;

/** Answers where places lie on a track; built once for many questions. */
export interface Projector {
  /**
   * Places that are passed in this order: each on the pass of the track that makes the offsets least (sum of squares)
   * without going back. A track that crosses itself or returns on its own line is followed rightly.
   */
  inOrder(places: readonly Place[]): Projection[];
  /** The nearest point of the track, on its first pass. */
  nearest(place: Place): Projection | null;
}

/** Legs that one projector looks at, at most: a real stage needs a thousandth, a heap of points on one spot needs its square. */
const mostLegs = 60_000_000;

/**
 * `lengths` are those of `lengthsAlong`. A track of fewer than two points has no projections, and so has one of which too much
 * lies near too many places. A question costs O(track ÷ 4096 + points near the place).
 */
export function projector(track: readonly Place[], lengths: Float64Array, most = mostLegs): Projector {
  const line = lineOf(track);
  const budget = { legs: most };
  return {
    inOrder(places) {
      let reached: Candidate[] = [];
      for (const place of places) {
        const candidates = candidatesFor(place, line, lengths, budget);
        if (budget.legs < 0) return [];
        connect(reached, candidates);
        reached = candidates;
      }
      const projections: Projection[] = [];
      for (let at = cheapest(reached); at !== null; at = at.from) {
        projections.push({ along: at.along, offset: at.offset });
      }
      return projections.reverse();
    },
    nearest(place) {
      const candidates = candidatesFor(place, line, lengths, budget);
      if (budget.legs < 0) return null;
      connect([], candidates);
      return cheapest(candidates);
    },
  };
}

/** Gives each candidate its least cost: from the cheapest candidate behind it, or from any, going back. */
function connect(before: readonly Candidate[], candidates: readonly Candidate[]): void {
  const anywhere = cheapest(before);
  let behind: Candidate | null = null;
  let next = 0;
  for (const candidate of candidates) {
    for (let one = before[next]; one !== undefined && one.along <= candidate.along; one = before[++next]) {
      if (behind === null || one.cost < behind.cost) behind = one;
    }
    const back = anywhere === null ? 0 : anywhere.cost + backwards;
    const isForward = behind !== null && behind.cost <= back;
    candidate.from = isForward ? behind : anywhere;
    candidate.cost = candidate.offset ** 2 + (isForward ? (behind?.cost ?? 0) : back);
  }
}

function cheapest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const one of candidates) if (best === null || one.cost < best.cost) best = one;
  return best;
}

/** The passes of the track near a place: its local minima of the offset, in order along it. */
function candidatesFor(
  place: Place,
  line: Line,
  lengths: Float64Array,
  budget: { legs: number },
): Candidate[] {
  const near = placeOn(line, place);
  const nearestIn = (block: { first: number; last: number }, most: number) => {
    let nearest = most;
    budget.legs -= block.last - block.first;
    for (let at = block.first; at < block.last; at++)
      nearest = Math.min(nearest, nearestOn(line, at, near).offset);
    return nearest;
  };
  const likely = likelyBlock(line, near);
  if (likely === null || budget.legs < 0) return [];
  let nearest = nearestIn(likely, Number.POSITIVE_INFINITY);
  for (const block of blocksWithin(line, near, nearest)) nearest = nearestIn(block, nearest);

  const limit = Math.max(nearby, 2 * nearest);
  const found: Candidate[] = [];
  const add = (leg: number, { offset, fraction }: Nearest) => {
    const start = lengths[leg] ?? 0;
    const along = start + fraction * ((lengths[leg + 1] ?? start) - start);
    if (offset <= limit) found.push({ along, offset, cost: 0, from: null });
  };
  // The offset falls and rises once on a leg. Its least is a pass when it lies inside the leg, or at a point that the leg
  // before comes nearer to and the leg behind leaves.
  let isComingNearer = true;
  for (const { first, last } of blocksWithin(line, near, limit)) {
    budget.legs -= last - first;
    for (let leg = first; leg < last; leg++) {
      const here = nearestOn(line, leg, near);
      if (here.length === 0) continue;
      if (here.fraction < 1 && (here.fraction > 0 || isComingNearer)) add(leg, here);
      isComingNearer = here.fraction === 1;
      if (isComingNearer && leg === line.latitudes.length - 2) add(leg, here);
    }
  }
  // A track that never leaves its first point.
  if (found.length === 0 && nearest < Number.POSITIVE_INFINITY) {
    found.push({ along: 0, offset: nearest, cost: 0, from: null });
  }
  return found;
}
