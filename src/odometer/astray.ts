import type { Moment } from './car.ts';
import { randomFrom } from './random.ts';

/** A moment of a car that is not always on the route. */
export interface StrayMoment extends Moment {
  /** Metres of road driven, wrong ones included; `position` stands while the car is off the route. */
  readonly run: number;
  /** What the driver says at this moment. */
  readonly said: 'turning' | 'back' | null;
}

/** Of a hundred notes so many are taken wrong, and at so many the crew stops to look. */
const wrongTurns = 0.03;
const stops = 0.02;
/** How far the car goes wrong before it is noticed, metres, and how fast. */
const strays = { least: 150, most: 1200, kmh: 45 };
/** How long a crew stands, s. */
const stands = { least: 20, most: 90, turning: 5 };
/** Samples of the way off the route and of standing, ms. */
const sample = 100;
const standing = 1000;

/**
 * The same drive with wrong turns at notes and stops to look about, the same for the same seed. The car comes back to
 * where it turned off; `say` hears what the driver says, at the moment it is said.
 */
export function* astray(
  moments: Iterable<Moment>,
  seed: number,
  say: (text: string) => void,
): Generator<StrayMoment> {
  const random = randomFrom(seed);
  const between = (least: number, most: number) => least + random() * (most - least);
  let late = 0;
  let run = 0;
  let before: number | null = null;
  for (const moment of moments) {
    run += moment.position - (before ?? moment.position);
    before = moment.position;
    const { surface, position } = moment;
    const here = (note: number | null, said: StrayMoment['said'] = null): StrayMoment => ({
      ...{ t: moment.t + late, position, surface, note, run, said },
    });
    yield here(moment.note);
    if (moment.note === null || moment.note === 0) continue;
    const chance = random();
    const wait = function* (seconds: number) {
      for (let ms = 0; ms < seconds * 1000; ms += standing) {
        late += standing;
        yield here(null);
      }
    };
    const drive = function* (metres: number) {
      const each = (strays.kmh / 3600) * sample;
      for (let left = metres; left > 0; left -= each) {
        late += sample;
        run += Math.min(each, left);
        yield here(null);
      }
    };
    if (chance < wrongTurns) {
      const metres = Math.round(between(strays.least, strays.most));
      yield* drive(metres);
      say('the driver: this is not the way, turning round');
      yield here(null, 'turning');
      yield* wait(stands.turning);
      yield* drive(metres);
      say('the driver: back where we turned off');
      yield here(null, 'back');
    } else if (chance < wrongTurns + stops) {
      say('the driver: stopping to look');
      yield* wait(Math.round(between(stands.least, stands.most)));
    }
  }
}
