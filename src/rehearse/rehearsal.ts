import type { Effect } from '../nav/effect.ts';
import { type State, start } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import type { SourceEvent } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import type { Drill } from './drill.ts';
import { isHidden, masking } from './mask.ts';
import { road, wrongTurnsOf } from './road.ts';
import { type Score, scoreOf } from './score.ts';
import { call, driven, known, type Mark, noticed, overlooked, type Trained, trainer } from './trainer.ts';
import type { Grade } from './window.ts';

export interface RehearsalOptions {
  readonly drill: Drill;
  readonly speedKmh: number;
  /** First and last note, by index. */
  readonly from: number;
  readonly to: number;
  /** Decides where the wrong turns are. */
  readonly seed: number;
}

/** What the crew can press. */
export type Press = 'call' | 'lost' | 'yes' | 'no';

/** A rehearsal under way: the road, and the crew's marks. Whoever runs it tells it what the navigator made of the events. */
export interface Rehearsal {
  readonly events: Iterable<SourceEvent>;
  /** Where the navigator begins. */
  readonly initial: State;
  readonly asked: boolean;
  heard(effects: readonly Effect[]): readonly Mark[];
  press(what: Press, state: State): readonly Mark[];
  /** The stage with what is to be recalled left out. */
  seen(state: State): Stage;
  /** Whether the note is still to be recalled. */
  hides(state: State, note: number): boolean;
  /** How its call was; null for a note that was not called and has not come. */
  gradeOf(note: number): Grade | null;
  /** Whether the car leaves the route behind this note. */
  isWrongTurn(note: number): boolean;
  readonly score: Score;
}

export function rehearsal(stage: Stage, { drill, speedKmh, from, to, seed }: RehearsalOptions): Rehearsal {
  let crew = trainer(drill, from + 1, to);
  let owed: readonly Mark[] = [];
  const take = ([after, marks]: Trained): readonly Mark[] => {
    crew = after;
    return marks;
  };
  const wrongTurns = drill === 'lost' ? wrongTurnsOf(stage, from, to, seed) : [];
  const car = road(stage, { speedKmh, from, to, wrongTurns }, (off) => {
    owed = take(overlooked(crew, off));
  });
  const mask = masking(stage, crew);
  const [initial] = step(stage, start(stage), { type: 'confirm', t: 0, note: from, sure: true });
  const lost = () => {
    const marks = take(noticed(crew, car.off()));
    car.turnBack();
    return marks;
  };
  return {
    events: car.events,
    initial,
    get asked() {
      return crew.asked !== null;
    },
    heard(effects) {
      const marks = [...owed, ...take(driven(crew, effects))];
      owed = [];
      return marks;
    },
    press(what, state) {
      switch (what) {
        case 'call':
          return drill === 'lost' ? lost() : take(call(stage, crew, state));
        case 'lost':
          return drill === 'lost' ? lost() : [];
        case 'yes':
        case 'no':
          return take(known(crew, what === 'yes'));
      }
    },
    seen: (state) => mask(state, crew),
    hides: (state, note) => isHidden(crew, state, note),
    gradeOf(note) {
      const found = crew.marks.find((one) => one.mark === 'call' && one.note === note);
      return found?.mark === 'call' ? found.grade : null;
    },
    isWrongTurn: (note) => wrongTurns.includes(note),
    get score() {
      return scoreOf(crew.marks);
    },
  };
}
