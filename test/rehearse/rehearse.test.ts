import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step } from '../../src/nav/step.ts';
import { type Entry, neediest, noHistory, remembered } from '../../src/rehearse/history.ts';
import { questionsOf } from '../../src/rehearse/quiz.ts';
import { type Press, type RehearsalOptions, rehearsal } from '../../src/rehearse/rehearsal.ts';
import { scoreOf } from '../../src/rehearse/score.ts';
import type { Mark } from '../../src/rehearse/trainer.ts';
import { gradeOf, secondsTo, windowOf } from '../../src/rehearse/window.ts';
import { languages } from '../../src/voice/phrases.ts';
import { stageOf } from '../support/drive.ts';

const turn = (out: number, ...roads: number[]) => ({
  entry: {},
  exit: { angle: out },
  roads: roads.map((angle) => ({ angle })),
});
const stage = stageOf([
  { distance: 0 },
  { distance: 800, cap: 90, text: 'R', tulip: turn(70, -90) },
  { distance: 1600, danger: 3, cap: 168, text: 'oued', symbols: ['wadi'], tulip: turn(-40, 30) },
  { distance: 1650, text: 'L', tulip: turn(-90, 10) },
  { distance: 3000, waypoints: [{ type: 'WPM', name: '1' }], tulip: turn(20, -20) },
  { distance: 4000 },
]);

/** Rehearses to the end; each press at a time, ms. */
function run(options: Partial<RehearsalOptions>, presses: readonly (readonly [number, Press])[] = []) {
  const all = { drill: 'call', speedKmh: 90, from: 0, to: 5, seed: 1, ...options } as const;
  const drill = rehearsal(stage, all);
  let { initial: state } = drill;
  const due = [...presses].sort(([a], [b]) => a - b);
  const marks: Mark[] = [];
  for (const event of drill.events) {
    for (; due[0] && due[0][0] <= event.t; due.shift()) marks.push(...drill.press(due[0][1], state));
    const [after, effects] = step(stage, state, event);
    state = after;
    marks.push(...drill.heard(effects));
  }
  return { marks, state, drill };
}

describe('a call is judged by the seconds before the note', () => {
  const note = (index: number) => {
    const stop = stage.notes[index];
    if (!stop) throw new Error(`no note ${index}`);
    return stop;
  };

  it.each([
    ['an ordinary note', 1, 13, 'early'],
    ['an ordinary note', 1, 12, 'good'],
    ['an ordinary note', 1, 3, 'good'],
    ['an ordinary note', 1, 2.9, 'late'],
    ['danger wants more', 2, 15, 'good'],
    ['danger wants more', 2, 4.9, 'late'],
    ['close behind another there is less time', 3, 1.1, 'good'],
    ['close behind another there is less time', 3, 0.9, 'late'],
  ])('%s (%i), %d s before: %s', (_, index, seconds, grade) => {
    expect(gradeOf(seconds, windowOf(note(index), 25))).toBe(grade);
  });

  it('a car that stands has all the time there is', () => {
    expect(secondsTo(300, null)).toBe(100);
    expect(secondsTo(300, 0)).toBe(100);
    expect(secondsTo(300, 90)).toBe(12);
  });
});

describe('the drill call', () => {
  it('marks each note once, and the uncalled as they come', () => {
    const { marks } = run({}, [
      [27_000, 'call'],
      // Twice is a slip of the thumb: the next note is half a minute off.
      [27_500, 'call'],
      [48_000, 'call'],
    ]);
    const calls = marks.flatMap((one) => (one.mark === 'call' ? [[one.note, one.grade]] : []));
    expect(calls).toEqual([
      [1, 'good'],
      [2, 'early'],
      [3, 'missed'],
      [4, 'missed'],
      [5, 'missed'],
    ]);
  });

  it('drives a part of the stage', () => {
    const { marks, state } = run({ from: 2, to: 4 });
    expect(marks.map((one) => ('note' in one ? one.note : null))).toEqual([3, 4]);
    expect(state.reading).toBe(3000);
  });
});

describe('what is hidden', () => {
  const shows = (drill: RehearsalOptions['drill'], presses: readonly Press[], index: number) => {
    const one = rehearsal(stage, { drill, speedKmh: 90, from: 0, to: 5, seed: 1 });
    const [state] = step(stage, one.initial, { type: 'wheel', t: 0, raw: 0 });
    for (const press of presses) one.press(press, state);
    const seen = one.seen(state).notes[index];
    const { text, tulip, symbols, cap } = seen?.note ?? {};
    return { text, tulip: tulip !== null, symbols: symbols?.length, cap, danger: seen?.danger, at: seen?.at };
  };
  const all = { text: 'oued', tulip: true, symbols: 1, cap: 168, danger: 3, at: 1600 };
  const nothing = { text: null, tulip: false, symbols: 0, cap: null, danger: null, at: 1600 };

  it.each([
    ['call', [], all],
    ['lost', [], all],
    ['no-cap', [], { ...all, cap: null }],
    ['recall', [], nothing],
    ['recall', ['call'], nothing],
    ['distance-only', ['call', 'call'], nothing],
  ] as const)('%s after %j', (drill, presses, expected) => {
    expect(shows(drill, presses, 2)).toEqual(expected);
  });

  it('recall shows the note that was called', () => {
    expect(shows('recall', [], 1).text).toBeNull();
    expect(shows('recall', ['call'], 1).text).toBe('R');
  });

  it.each([
    ['recall', [0, 1, 2]],
    ['distance-only', [0, 1, 2]],
    ['no-cap', [2, 2, 2]],
  ] as const)('%s hides the zones that begin at a hidden note', (drill, expected) => {
    const zoned = stageOf([
      { distance: 0 },
      { distance: 1000, waypoints: [{ type: 'DZ' }], limitKmh: 50 },
      { distance: 2000, waypoints: [{ type: 'FZ' }] },
      { distance: 3000, waypoints: [{ type: 'DZ' }], limitKmh: 30 },
      { distance: 4000, waypoints: [{ type: 'FZ' }] },
    ]);
    const one = rehearsal(zoned, { drill, speedKmh: 90, from: 0, to: 4, seed: 1 });
    const zones = [1, 2, 4].map((next) => one.seen({ ...one.initial, next }).zones.length);
    expect(zones).toEqual(expected);
  });

  it('is seen once the note is behind', () => {
    const { drill, state } = run({ drill: 'distance-only' });
    expect(drill.seen(state).notes).toEqual(stage.notes);
  });

  it('is the same picture for the same place', () => {
    const one = rehearsal(stage, { drill: 'recall', speedKmh: 90, from: 0, to: 5, seed: 1 });
    expect(one.seen(one.initial)).toBe(one.seen(one.initial));
  });
});

it('recall asks whether the crew knew, and a note that it did not know is worth nothing', () => {
  const { drill } = run({ drill: 'recall' }, [
    [27_000, 'call'],
    [27_500, 'no'],
    [27_600, 'yes'],
  ]);
  expect(drill.score).toMatchObject({ calls: { good: 1 }, known: 0, unknown: 1, points: 0 });
});

describe('the drill lost', () => {
  it('marks how far astray the crew was when it noticed, and sets the odometer right', () => {
    // The junction of note 1 is reached after some 33 s; the wrong way is driven at the pace of before.
    const { marks, state } = run({ drill: 'lost', to: 3 }, [[60_000, 'lost']]);
    expect(marks).toMatchObject([{ mark: 'wrong-turn', note: 1, noticed: true }]);
    expect(state.reading).toBeCloseTo(1650, 6);
    expect(state.instrument.detour).toBeGreaterThan(500);
  });

  it('drives the wrong way at the pace at which it came: a speedometer tells nothing', () => {
    const drill = rehearsal(stage, { drill: 'lost', speedKmh: 90, from: 0, to: 3, seed: 1 });
    const wheel = [...drill.events].filter(({ type, t }) => type === 'wheel' && t > 20_000 && t < 40_000);
    const speeds = wheel.slice(1).map((event, i) => {
      const [a, b] = [wheel[i], event];
      return a?.type === 'wheel' && b.type === 'wheel' && b.t - a.t > 50
        ? (b.raw - a.raw) / (b.t - a.t)
        : 0.025;
    });
    expect(Math.min(...speeds)).toBeGreaterThan(0.024);
    expect(Math.max(...speeds)).toBeLessThan(0.026);
  });

  it('goes back by itself where nobody notices', () => {
    const { marks, state, drill } = run({ drill: 'lost', to: 3 });
    expect(marks).toMatchObject([{ mark: 'wrong-turn', noticed: false }]);
    expect(drill.score).toMatchObject({ points: 0, tried: false });
    expect(state.reading).toBeCloseTo(1650, 6);
  });

  it('knows a false alarm', () => {
    expect(run({ drill: 'lost', to: 3 }, [[5_000, 'lost']]).marks[0]).toEqual({ mark: 'false-alarm' });
  });

  it('ends at the last note with a right odometer, whatever is pressed (property)', () => {
    const press = fc.tuple(fc.nat(400_000), fc.constantFrom<Press>('call', 'lost', 'yes', 'no'));
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), fc.nat(1000), (presses, seed) => {
        const { state, drill } = run({ drill: 'lost', seed }, presses);
        expect(state.reading).toBeCloseTo(4000, 6);
        expect(drill.score.points ?? 0).toBeGreaterThanOrEqual(0);
        expect(drill.score.points ?? 0).toBeLessThanOrEqual(100);
      }),
      { seed: 20_261_122, numRuns: 40 },
    );
  });
});

describe('the score', () => {
  const called = (grade: 'early' | 'good' | 'late', note = 1): Mark => ({
    mark: 'call',
    note,
    grade,
    seconds: 5,
  });

  it.each<[string, readonly Mark[], number | null]>([
    ['nothing', [], null],
    ['all good', [called('good'), called('good', 2)], 100],
    ['early and late are half', [called('early'), called('late', 2)], 50],
    ['missed is nothing', [called('good'), { mark: 'call', note: 2, grade: 'missed', seconds: null }], 50],
    ['a wrong turn noticed soon', [{ mark: 'wrong-turn', note: 1, metres: 200, noticed: true }], 100],
    ['after a while', [{ mark: 'wrong-turn', note: 1, metres: 1150, noticed: true }], 50],
    [
      'a false alarm costs a quarter',
      [{ mark: 'wrong-turn', note: 1, metres: 0, noticed: true }, { mark: 'false-alarm' }],
      75,
    ],
  ])('%s', (_, marks, points) => {
    expect(scoreOf(marks).points).toBe(points);
  });
});

it('of a folder, what needs it most comes first: never rehearsed, worst, longest ago', () => {
  const stages = [{ fingerprint: 'a' }, { fingerprint: 'b' }, { fingerprint: 'c' }];
  const entry = (fingerprint: string, points: number, day: number): Entry => ({
    date: `2026-11-0${day}T20:00:00Z`,
    drill: 'call',
    fingerprint,
    title: '',
    notes: [1, 2],
    speedKmh: 90,
    points,
  });
  let history = [entry('a', 80, 1), entry('b', 40, 1)].reduce(remembered, noHistory);
  expect(neediest(history, 'call', stages)?.fingerprint).toBe('c');
  history = [entry('c', 40, 2)].reduce(remembered, history);
  expect(neediest(history, 'call', stages)?.fingerprint).toBe('b');
  history = [entry('b', 90, 3)].reduce(remembered, history);
  expect(neediest(history, 'call', stages)?.fingerprint).toBe('c');
  expect(neediest(history, 'recall', stages)?.fingerprint).toBe('a');
});

describe('the quiz', () => {
  it('asks first what the roadbook uses', () => {
    const [first, second] = questionsOf([stage.roadbook], 'fr', 10, 7);
    expect([first?.shown, second?.shown].sort()).toEqual(['L', 'R']);
    expect(first?.choices[first.right]).toMatch(/gauche|droite/);
  });

  it.each(languages)('offers four different answers, one of them right, in %s', (language) => {
    for (const seed of [1, 2, 3]) {
      for (const { choices, right } of questionsOf([], language, 200, seed)) {
        expect(new Set(choices).size).toBe(4);
        expect(choices[right]).toBeTruthy();
      }
    }
  });

  it('asks the same by the same seed', () => {
    expect(questionsOf([], 'en', 20, 5)).toEqual(questionsOf([], 'en', 20, 5));
    expect(questionsOf([], 'en', 20, 5)).not.toEqual(questionsOf([], 'en', 20, 6));
  });
});
