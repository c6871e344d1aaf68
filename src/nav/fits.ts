import type { Stage } from '../stage/stage.ts';
import { type Estimate, pressVariance, ran, variance } from './estimate.ts';
import { readingAt } from './instrument.ts';
import { noteBeyond } from './note-beyond.ts';
import type { State } from './state.ts';

/** A confirmation further off than this many standard deviations is asked about, not believed. */
export const doubtful = 3;

/** So many notes are named where they fit, and so many where none does. */
const most = 6;
const least = 2;

/** A note where the crew may be, and the distances that say so. Metres. */
export interface Fit {
  readonly note: number;
  /** The sure place that the distance counts from: a note, null for a total that was set or the start. */
  readonly since: number | null;
  /** Run since then by the odometer. */
  readonly run: number;
  /** From there to the note by the roadbook. */
  readonly expected: number;
  /** How many standard deviations the two differ by; beyond `doubtful` the note does not fit, it is only nearest. */
  readonly sigmas: number;
  /** The note whose confirmation must have been wrong for this to be right; null where none needs to. */
  readonly doubting: number | null;
}

/** A place the reading may be, and how sure it would be there. */
interface Hypothesis extends Pick<Fit, 'since' | 'doubting'> {
  readonly from: number;
  readonly reading: number;
  readonly estimate: Estimate;
}

/**
 * Notes that the crew may be at, best first: those that the distance since the last sure place fits; those that would
 * fit had the last confirmation not been; where there are none, the nearest. `not` is left out. `state` has its
 * estimate grown to the wheel.
 */
export function fits(stage: Stage, state: State, not: number | null = null): Fit[] {
  const found = around(stage, asItReads(state), state.speed.kmh, least, not);
  const doubted = unconfirmed(state);
  if (doubted !== null) {
    for (const other of around(stage, doubted, state.speed.kmh, 0, not)) {
      if (!found.some(({ note, sigmas }) => note === other.note && sigmas <= doubtful)) found.push(other);
    }
  }
  return found.sort((a, b) => a.sigmas - b.sigmas).slice(0, most);
}

function asItReads({ reading, instrument: { sure, estimate } }: State): Hypothesis {
  return { since: sure.note, doubting: null, from: sure.at, reading, estimate };
}

/** The reading as it would be had the crew not confirmed the note it did last; null where that cannot be known. */
function unconfirmed({ reading, raw, undo, instrument }: State): Hypothesis | null {
  const { sure } = instrument;
  const { instrument: before } = undo.findLast(({ act }) => act === 'confirm') ?? {};
  if (before === undefined || sure.note === null || sure.raw === null || raw === null) return null;
  const correction = sure.at - readingAt(before, sure.raw);
  return {
    since: before.sure.note,
    doubting: sure.note,
    from: before.sure.at,
    reading: reading - correction,
    estimate: ran(before.estimate, raw, instrument.metresPerCount, null),
  };
}

/** The notes that fit a hypothesis, and at any rate the nearest `atLeast`. */
function around(
  stage: Stage,
  { since, doubting, from, reading, estimate }: Hypothesis,
  speedKmh: number | null,
  atLeast: number,
  not: number | null,
): Fit[] {
  const sigma = Math.sqrt(variance(estimate) + pressVariance(speedKmh));
  const found: Fit[] = [];
  let ahead = noteBeyond(stage, reading);
  let behind = ahead - 1;
  while (found.length < most) {
    const further = (stage.notes[ahead]?.at ?? Number.POSITIVE_INFINITY) - reading;
    const back = reading - (stage.notes[behind]?.at ?? Number.NEGATIVE_INFINITY);
    const off = Math.min(further, back);
    if (off === Number.POSITIVE_INFINITY || (off > doubtful * sigma && found.length >= atLeast)) break;
    const note = further <= back ? ahead++ : behind--;
    if (note === not) continue;
    const expected = (stage.notes[note]?.at ?? 0) - from;
    found.push({ note, since, run: reading - from, expected, sigmas: off / sigma, doubting });
  }
  return found;
}

/** Why a note may be the one: “note 43: 2.31 km since note 41, the book says 2.28”. */
export function reasonOf({ notes, unit }: Stage, { note, since, run, expected, doubting }: Fit): string {
  const figure = (metres: number) => (metres / unit.metres).toFixed(2);
  const numbered = (index: number) => `note ${notes[index]?.number ?? '?'}`;
  const start = notes[note]?.at === expected ? 'the start' : 'the total that was set';
  const sure = since === null ? start : numbered(since);
  const unless = doubting === null ? '' : ` if ${numbered(doubting)} was wrong`;
  const book = expected < 0 ? `has it ${figure(-expected)} before` : `says ${figure(expected)}`;
  return `${numbered(note)}: ${figure(run)} ${unit.name} since ${sure}${unless}, the book ${book}`;
}
