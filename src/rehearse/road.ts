import { car } from '../odometer/car.ts';
import { randomFrom } from '../odometer/random.ts';
import type { SourceEvent } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';

export interface RoadOptions {
  readonly speedKmh: number;
  /** First and last note of the drive, by index. */
  readonly from: number;
  readonly to: number;
  /** Behind these notes the car leaves the route. */
  readonly wrongTurns: readonly number[];
}

/** A car on its way, right or wrong. */
export interface Road {
  /** What happens, lazily: a turn back changes what comes. */
  readonly events: Iterable<SourceEvent>;
  /** Where the car left the route, and how far it is from there; null on the route. */
  readonly off: () => { readonly note: number; readonly metres: number } | null;
  /** The crew noticed: the car turns round. */
  turnBack(): void;
}

/** Slower than this nobody goes on along a road that he believes to be right, m/s. */
const leastAstray = 8;
/** Back from the wrong way, m/s. */
const returning = 14;
/** The wrong way ends after so many metres, and the car comes back by itself. */
const deadEnd = 2_500;
const stepMs = 100;

/**
 * The simulated car of `odometer/car.ts`, confirming each note as it comes to it. Behind a wrong turn the wheel turns on and no
 * note comes; back at the junction the odometer is set to the note before.
 */
export function road(
  stage: Stage,
  { speedKmh, from, to, wrongTurns }: RoadOptions,
  overlooked: (off: { note: number; metres: number }) => void,
): Road {
  let off: { note: number; metres: number } | null = null;
  let back = false;

  function* events(): Generator<SourceEvent> {
    const start = stage.notes[from]?.at ?? 0;
    let later = 0;
    let extra = 0;
    let before = { t: 0, position: start, metresASecond: 0 };
    for (const { t, position, note } of car(stage, { speedKmh, from: start })) {
      const now = { t: t + later, raw: position - start + extra };
      // A note cuts a step short: over less than half of one a speed is a rounding error.
      if (t - before.t >= stepMs / 2) {
        before = { t, position, metresASecond: ((position - before.position) / (t - before.t)) * 1000 };
      }
      yield { type: 'wheel', ...now };
      if (note !== null) yield { type: 'confirm', t: now.t, note, sure: true };
      if (note === to) return;
      if (note === null || !wrongTurns.includes(note)) continue;
      const detour = astrayFrom(note, { ...now, metresASecond: before.metresASecond });
      let last = now;
      for (const event of detour) {
        yield event;
        if (event.type === 'wheel') last = { t: event.t, raw: event.raw };
      }
      later += last.t - now.t;
      extra += last.raw - now.raw;
      yield { type: 'return', t: last.t };
    }
  }

  /** Away from the junction at the pace at which the car came, which tells nothing, until somebody notices or the way ends; and back to it. */
  function* astrayFrom(
    note: number,
    { t, raw, metresASecond }: { t: number; raw: number; metresASecond: number },
  ): Generator<SourceEvent> {
    const onward = (Math.max(leastAstray, metresASecond) * stepMs) / 1000;
    const homeward = (returning * stepMs) / 1000;
    off = { note, metres: 0 };
    back = false;
    for (let now = t, counts = raw; ; ) {
      const metres: number = back ? homeward : onward;
      const away: number = off.metres + (back ? -metres : metres);
      now += stepMs;
      counts += metres;
      off = { note, metres: Math.max(0, away) };
      yield { type: 'wheel', t: now, raw: counts };
      if (!back && away >= deadEnd) {
        back = true;
        overlooked(off);
      }
      if (back && away <= 0) break;
    }
    off = null;
    back = false;
  }

  return {
    events: { [Symbol.iterator]: events },
    off: () => (back ? null : off),
    turnBack() {
      if (off) back = true;
    },
  };
}

/** Notes behind which a wrong turn is to be made: those where one chooses a way, about one in twelve, never two together. */
export function wrongTurnsOf(stage: Stage, from: number, to: number, seed: number): number[] {
  const random = randomFrom(seed);
  const found: number[] = [];
  const junctions = stage.notes.filter(({ index, note }, i) => {
    const gap = (stage.notes[i + 1]?.at ?? 0) - (stage.notes[i]?.at ?? 0);
    return index > from && index < to && gap > 200 && (note.tulip?.roads.length ?? 0) > 0;
  });
  for (const { index } of junctions) {
    if (index - (found.at(-1) ?? from) > 3 && random() < 0.25) found.push(index);
  }
  const [first] = junctions;
  return found.length > 0 || !first ? found : [first.index];
}
