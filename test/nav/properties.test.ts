import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NoteDraft } from '../../src/model/roadbook.ts';
import type { Event } from '../../src/nav/event.ts';
import { penalties } from '../../src/nav/penalties.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { type State, start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { view } from '../../src/nav/view.ts';
import { stageOf } from '../support/drive.ts';

const seed = 20_261_012;

const note: fc.Arbitrary<NoteDraft> = fc.record(
  {
    distance: fc.integer({ min: 0, max: 20_000 }),
    waypoints: fc.array(
      fc.record(
        {
          type: fc.constantFrom('DZ', 'FZ', 'DN', 'FN', 'DT', 'FT', 'TC', 'WPM', 'DSS', 'ASS'),
          seconds: fc.constant(60),
          clear: fc.constant(90),
        },
        { requiredKeys: ['type'] },
      ),
      { maxLength: 2 },
    ),
    limitKmh: fc.constantFrom(30, 50, 90),
    reset: fc.constant(0),
    surface: fc.constantFrom('tarmac', 'dunes'),
    services: fc.constant(['fuel' as const]),
  },
  { requiredKeys: [] },
);
const metres = fc.oneof(fc.integer({ min: -30_000, max: 30_000 }), fc.double());
/** Everything a crew, a sensor or a broken sensor may send; `t` and `raw` are made to run on below. */
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('wheel' as const), t: fc.nat(5000), raw: fc.nat(2000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('wheel' as const), t: fc.double(), raw: fc.double() }),
  },
  fc.record({ type: fc.constant('tick' as const), t: fc.nat(100_000) }),
  fc.record({ type: fc.constant('confirm' as const), t: fc.nat(10) }),
  fc.record({
    type: fc.constant('confirm' as const),
    t: fc.nat(10),
    note: fc.integer({ min: -2, max: 30 }),
    sure: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('nudge' as const, 'set' as const, 'calibrate' as const),
    t: fc.nat(10),
    metres,
  }),
  fc.record({
    type: fc.constantFrom('trip-reset' as const, 'freeze' as const, 'reverse' as const, 'follow' as const),
    t: fc.nat(10),
  }),
  fc.record({ type: fc.constantFrom('lost' as const, 'return' as const), t: fc.nat(10) }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const), t: fc.nat(10) }) },
  fc.record({ type: fc.constant('scroll' as const), t: fc.nat(10), by: fc.double() }),
);
const run = fc.tuple(fc.array(note, { maxLength: 25 }), fc.array(event, { maxLength: 120 }));

/** Makes times and counts run on, as sources promise; what is not a number is left as it is. */
function* running(events: readonly Event[]): Generator<Event> {
  let t = 0;
  let raw = 0;
  for (const event of events) {
    t += Number.isInteger(event.t) ? event.t : 0;
    if (event.type !== 'wheel') yield { ...event, t };
    else if (Number.isInteger(event.raw)) {
      raw += event.raw;
      yield { ...event, t, raw };
    } else yield event;
  }
}

/** Where, deep in a value, a number is none. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}

const onceEach = new Set([
  ...['note-near', 'note-reached', 'note-confirmed', 'note-passed', 'waypoint-due', 'waypoint-confirmed'],
  ...[
    'waypoint-missed',
    'zone-entered',
    'leg-started',
    'leg-ended',
    'fuel-short',
    'zone-left',
    'neutralisation-started',
    'neutralisation-ended',
    'finish',
  ],
]);

it('no event sequence makes a figure that is none, a note out of range, or an effect twice', () => {
  fc.assert(
    fc.property(run, ([notes, events]) => {
      const stage = stageOf(notes, { fuelRange: 5000 });
      const told = new Set<string>();
      const wrong: unknown[] = [];
      let state: State = start(stage, defaultSettings);
      for (const event of running(events)) {
        const [after, effects] = step(stage, state, event);
        state = after;
        for (const effect of effects) {
          const outside =
            ('note' in effect && effect.note !== null && !stage.notes[effect.note]) ||
            ('zone' in effect && !stage.zones[effect.zone]) ||
            ('leg' in effect && !stage.legs[effect.leg]);
          if (outside) wrong.push(effect);
          if (!onceEach.has(effect.effect)) continue;
          const about = 'leg' in effect ? effect.leg : 'note' in effect ? effect.note : null;
          const key = `${effect.effect} ${'zone' in effect ? effect.zone : about}`;
          if (told.has(key)) wrong.push(`twice: ${key}`);
          told.add(key);
        }
        const shown = view(stage, state);
        if (!notes[shown.hand] && (notes.length > 0 || shown.hand !== 0)) wrong.push(`hand ${shown.hand}`);
        if (shown.next !== null && !notes[shown.next]) wrong.push(`next ${shown.next}`);
        wrong.push(...notFinite(shown));
      }
      wrong.push(...notFinite(state), ...notFinite(penalties(stage, state, 'fim-2025-unofficial')));
      expect(wrong).toEqual([]);
    }),
    { seed, numRuns: 1500 },
  );
});

it('replay equals live, bit for bit, from JSON', () => {
  fc.assert(
    fc.property(run, ([notes, events]) => {
      const stage = stageOf(notes, { fuelRange: 5000 });
      const drive = (log: readonly Event[]) => {
        let state = start(stage, defaultSettings);
        return log.map((event) => {
          [state] = step(stage, state, event);
          return state;
        });
      };
      const live = [...running(events)].filter(
        (e) => JSON.stringify(e) === JSON.stringify(JSON.parse(JSON.stringify(e))),
      );
      const replayed: Event[] = JSON.parse(JSON.stringify(live));
      expect(JSON.stringify(drive(replayed))).toBe(JSON.stringify(drive(live)));
    }),
    { seed, numRuns: 1000 },
  );
});

it('the state stays small: it does not grow with the road', () => {
  const stage = stageOf(Array.from({ length: 300 }, (_, i) => ({ distance: i * 100 })));
  let state = start(stage, defaultSettings);
  let largest = 0;
  for (let raw = 0; raw <= 29_900; raw += 10) {
    [state] = step(stage, state, { type: 'wheel', t: raw * 40, raw });
    largest = Math.max(largest, JSON.stringify(state).length);
  }
  expect(largest).toBeLessThan(1500);
});
