import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NoteDraft } from '../../src/model/roadbook.ts';
import type { Effect } from '../../src/nav/effect.ts';
import type { Event } from '../../src/nav/event.ts';
import { has } from '../../src/nav/indexes.ts';
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

/** Whether the state still has it that this was told; false for what an undo took back. */
function stillTold({ said, ledger, finished }: State, effect: Effect): boolean {
  switch (effect.effect) {
    case 'note-near':
    case 'waypoint-due':
      return has(said.near, effect.note);
    case 'note-confirmed':
    case 'waypoint-confirmed':
      return has(said.confirmed, effect.note);
    case 'note-passed':
      return has(said.passed, effect.note);
    case 'waypoint-missed':
      return has(said.missed, effect.note);
    case 'fuel-short':
      return has(said.short, effect.note);
    case 'zone-entered':
      return has(said.entered, effect.zone);
    case 'zone-left':
      return has(said.left, effect.zone);
    case 'leg-started':
      return ledger.legs.some(({ leg }) => leg === effect.leg);
    case 'leg-ended':
      return ledger.legs.some(({ leg, until }) => leg === effect.leg && until !== null);
    case 'finish':
      return finished;
    default:
      return 'note' in effect && effect.note !== null && has(said.reached, effect.note);
  }
}

it('no event sequence makes a figure that is none, a note out of range, or an effect twice, unless it was undone', () => {
  fc.assert(
    fc.property(run, ([notes, events]) => {
      const stage = stageOf(notes, { fuelRange: 5000 });
      const told = new Map<string, Effect>();
      const wrong: unknown[] = [];
      let state: State = start(stage, defaultSettings);
      for (const event of running(events)) {
        const [after, effects] = step(stage, state, event);
        state = after;
        const undone = effects.some(({ effect }) => effect === 'undone' || effect === 'returned');
        for (const [key, effect] of undone ? told : []) if (!stillTold(state, effect)) told.delete(key);
        for (const effect of effects) {
          const outside =
            ('note' in effect && effect.note !== null && !stage.notes[effect.note]) ||
            ('zone' in effect && !stage.zones[effect.zone]) ||
            ('leg' in effect && !stage.legs[effect.leg]);
          if (outside) wrong.push(effect);
          if (!onceEach.has(effect.effect)) continue;
          const about = 'leg' in effect ? effect.leg : 'note' in effect ? effect.note : null;
          const key = `${effect.effect} ${'zone' in effect ? effect.zone : about}`;
          // Missed by the act that was undone, and truly missed meanwhile.
          const missed = undone && effect.effect === 'waypoint-missed';
          if (told.has(key) && !missed) wrong.push(`twice: ${key}`);
          told.set(key, effect);
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

it('an act undone at once is as though it had never been', () => {
  const acts = ['confirm', 'nudge', 'set', 'trip-reset', 'freeze', 'reverse', 'calibrate', 'lost', 'return'];
  fc.assert(
    fc.property(run, ([notes, events]) => {
      const stage = stageOf(notes, { fuelRange: 5000 });
      let state: State = start(stage, defaultSettings);
      for (const event of running(events)) {
        const [after, effects] = step(stage, state, event);
        const t = event.t;
        if (
          acts.includes(event.type) &&
          !effects.some((e) => e.effect === 'refused' || e.effect === 'note-doubted')
        ) {
          // An act looks at the place anew; so does one that changes nothing.
          const [looked] = step(stage, state, { type: 'nudge', t, metres: 0 });
          const [undone] = step(stage, after, { type: 'undo', t });
          // Speeding is of the road too: it is held by undo.test.ts.
          const of = ({
            instrument,
            said,
            ledger,
            neutralisation,
            zones,
            finished,
            next,
            reading,
          }: State) => ({
            ...{ instrument, said, legs: ledger.legs, leftEarly: ledger.leftEarly, fuel: ledger.fuelRaw },
            ...{ neutralisation, zones, finished, next, reading },
          });
          expect(of(undone)).toEqual(of(looked));
        }
        state = after;
      }
    }),
    { seed, numRuns: 700 },
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
