import type { Coordinates } from '../../src/model/fields.ts';
import { destination } from './destination.ts';
import { type Ground, grounds } from './ground.ts';
import type { Itinerary } from './itinerary.ts';
import { random } from './random.ts';

/** Where a note came to lie. */
export interface Laid {
  readonly at: Coordinates;
  /** What the crew comes on and what it leaves on. */
  readonly entry: Ground;
  readonly exit: Ground;
  /** The track to the next note: this note's place, the points between, the next note's place. */
  readonly leg: readonly Coordinates[];
  /** Length of the leg; 0 at the last note. */
  readonly metres: number;
}

/** The track is straight for this long on both sides of a note, so that its heading and the tulip's exit are plain. */
const straight = 60;

/**
 * Lays the itinerary on the earth: from note to note a bending line of exactly the stated length, which leaves each note
 * at the heading it is entered plus the turn, and comes back to the general direction on the way.
 */
export function lay({ from, heading, seed, entries }: Itinerary): Laid[] {
  const draw = random(seed);
  const laid: Laid[] = [];
  let at = rounded({ latitude: from[0], longitude: from[1], elevation: null });
  let course = heading;
  let general = heading;
  let ground: Ground = grounds.track;
  for (const [i, entry] of entries.entries()) {
    const before = ground;
    if (entry.ground !== null) ground = grounds[entry.ground];
    general = entry.towards ?? general;
    course += entry.turn;
    const next = entries[i + 1];
    const metres = next?.partial ?? 0;
    const headings = next ? bends(course, general, metres, ground, draw) : [];
    const leg = [at];
    let here = at;
    for (const towards of headings) {
      here = destination(here, towards, metres / headings.length);
      leg.push(rounded(here));
    }
    laid.push({ at, entry: i === 0 ? ground : before, exit: ground, leg, metres });
    at = leg.at(-1) ?? at;
    course = headings.at(-1) ?? course;
  }
  return laid;
}

/** The headings of equal steps over `metres`, beginning at `course`, swinging round what comes back to `general`. */
function bends(
  course: number,
  general: number,
  metres: number,
  ground: Ground,
  draw: () => number,
): number[] {
  const off = difference(course, general);
  const lead = Math.min(straight, metres / 3);
  const steps = Math.max(3, Math.ceil(metres / ground.step));
  const [slow, fast] = [draw() * 2 * Math.PI, draw() * 2 * Math.PI];
  return Array.from({ length: steps }, (_, i) => {
    const middle = ((i + 0.5) / steps) * metres;
    const s = Math.min(Math.max(middle, lead), metres - lead) - lead;
    const rise = Math.min(1, (4 * Math.min(s, metres - 2 * lead - s)) / ground.wave);
    const swing =
      0.7 * Math.sin((2 * Math.PI * s) / ground.wave + slow) +
      0.3 * Math.sin((5.3 * Math.PI * s) / ground.wave + fast);
    return general + off * Math.exp(-s / ground.settle) + ground.swing * swing * rise * rise;
  });
}

/** How far `course` is to the right of `general`, −180 to 180 degrees. */
function difference(course: number, general: number): number {
  return ((((course - general) % 360) + 540) % 360) - 180;
}

/** Six decimals, a tenth of a metre, as roadbook software writes them. */
function rounded({ latitude, longitude }: Coordinates): Coordinates {
  const six = (x: number) => Math.round(x * 1e6) / 1e6;
  return { latitude: six(latitude), longitude: six(longitude), elevation: null };
}
