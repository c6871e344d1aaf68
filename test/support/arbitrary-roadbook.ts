import fc from 'fast-check';
import { complete } from '../../src/model/complete.ts';
import { services, surfaces, waypointTypes } from '../../src/model/fields.ts';
import type { NoteDraft, Roadbook, WaypointDraft } from '../../src/model/roadbook.ts';
import type { Tulip } from '../../src/model/tulip.ts';
import { anyTulip } from '../tulip/arbitrary.ts';

interface Options {
  /** What people write. By default hostile: control characters, lone surrogates, words that YAML takes for values. */
  readonly text?: fc.Arbitrary<string>;
  readonly tulip?: fc.Arbitrary<Tulip>;
  /** Totals only drop behind a reset, and nothing is unknown. By default anything goes. */
  readonly drivable?: boolean;
  readonly maxNotes?: number;
}

/** Words that are more than words to some YAML parser, and others that test escaping. */
const awkward = [
  ...[
    '',
    ' ',
    'on',
    'yes',
    'No',
    'null',
    '~',
    'true',
    '012',
    '0o7',
    '0x1F',
    '1e3',
    '1_000',
    '.5',
    '12:30:45',
  ],
  ...[
    '- a',
    '# b',
    'a: b',
    'a #b',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '{a}',
    '[a',
    '<<',
    '---',
    '...',
  ],
  ...[
    '"quoted"',
    "'quoted'",
    'back\\slash',
    ' leading',
    'trailing ',
    'tab\tbed',
    'two\nlines',
    'end\n',
    '\nfront',
  ],
  ...[
    'a\r\nb',
    'é è ü',
    '日本語',
    '🐪',
    '\u0007bell',
    '\u001b[31mred',
    '\u202eright to left',
    '\ufeff',
    '\u0085',
    '\u2028',
  ],
  ...[']]>', '<b>', '&amp;', '=1+1', '2026-10-12', '\ud800', '.inf', '-', '?', ':', ',', 'a,b', '__proto__'],
];

export const hostileText = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...awkward), { maxLength: 30 }).map((words) => words.join(' ')),
  },
);

const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const cap = fc.integer({ min: 0, max: 360 });
const seconds = fc.oneof(fc.integer({ min: 0, max: 86_400 }), fc.constantFrom(0, 3, 60, 900, 5400));
const radius = fc.integer({ min: 1, max: 20_000 });

/** Degrees as files have them, with seven decimals at most. */
const degrees = (max: number) =>
  fc.integer({ min: -max * 1e7, max: max * 1e7 }).map((value) => value / 1e7 + 0);
const anyPlace = fc.record({
  latitude: degrees(90),
  longitude: degrees(180),
  elevation: nullable(fc.integer({ min: -4000, max: 90_000 }).map((value) => value / 10 + 0)),
});

function anyWaypoint(text: fc.Arbitrary<string>): fc.Arbitrary<WaypointDraft> {
  return fc.record({
    type: fc.constantFrom(...waypointTypes),
    name: nullable(text.map((name) => name.slice(0, 80))),
    open: nullable(radius),
    clear: nullable(radius),
    seconds: rarely(seconds),
  });
}

const anyPicture = fc.constantFrom(
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n  <path d="M5 10V0"/>\n</svg>\n',
  `data:image/png;base64,${'A'.repeat(400)}`,
);

function anyNote(text: fc.Arbitrary<string>, tulip: fc.Arbitrary<Tulip>): fc.Arbitrary<NoteDraft> {
  const symbol = text.map((id) => id.slice(0, 80)).filter((id) => id !== '');
  return fc.record({
    number: nullable(fc.integer({ min: 0, max: 1_000_000 })),
    name: rarely(text),
    distance: nullable(fc.oneof(fc.nat(20_000_000), fc.nat(1000))),
    partial: nullable(fc.oneof(fc.nat(20_000_000), fc.nat(1000))),
    at: nullable(anyPlace),
    showAt: fc.boolean(),
    waypoints: fc.array(anyWaypoint(text), { maxLength: 4 }),
    limitKmh: nullable(fc.oneof(fc.constantFrom(30, 50, 90), fc.double({ min: 0.1, max: 300, noNaN: true }))),
    cap: nullable(cap),
    averageCap: nullable(cap),
    danger: nullable(fc.constantFrom(1, 2, 3)),
    tulip: nullable(tulip),
    pictures: fc.record({ tulip: rarely(anyPicture), text: rarely(anyPicture) }),
    text: nullable(text),
    symbols: fc.array(fc.oneof(fc.constantFrom('dunes', 'small-wadi', 'fuel-zone'), symbol), {
      maxLength: 4,
    }),
    stopSeconds: rarely(seconds),
    reset: rarely(fc.oneof(fc.constant(0), fc.nat(20_000_000))),
    services: fc.uniqueArray(fc.constantFrom(...services), { maxLength: 3 }),
    surface: nullable(fc.constantFrom(...surfaces)),
    change: rarely(fc.constantFrom('MODIF', 'NEWNOTE')),
    remark: rarely(text),
    kept: fc.array(fc.record({ format: fc.constantFrom('openrally', 'rn2'), content: text }), {
      maxLength: 1,
    }),
  });
}

/** Any roadbook that the model allows, as a reader gives it: complete, with the partials that follow from the totals. */
export function anyRoadbook({
  text = hostileText,
  tulip = anyTulip,
  drivable = false,
  maxNotes = 6,
}: Options = {}): fc.Arbitrary<Roadbook> {
  const short = text.map((words) => words.slice(0, 40));
  return fc
    .record({
      event: nullable(short),
      stage: fc.record({
        number: nullable(short),
        name: nullable(short),
        date: nullable(fc.constantFrom('2026-10-12', '2024-02-29')),
        start: nullable(fc.constantFrom('2026-10-12T07:40:00Z', '2026-10-12T07:40:00.5+02:00')),
        releaseMinutes: nullable(fc.oneof(fc.nat(100_000), fc.double({ min: 0, max: 1000, noNaN: true }))),
      }),
      units: fc.constantFrom('metric' as const, 'imperial' as const),
      edition: nullable(fc.constantFrom('organiser' as const, 'competitor' as const)),
      description: nullable(text),
      total: nullable(fc.nat(20_000_000)),
      fuelRange: nullable(fc.nat(20_000_000)),
      notes: fc.array(anyNote(text, tulip), { maxLength: maxNotes }),
      track: nullable(fc.array(fc.array(anyPlace, { maxLength: 5 }), { maxLength: 3 })),
      origin: nullable(fc.record({ format: short, version: nullable(short), creator: nullable(short) })),
      kept: fc.array(fc.record({ format: short, content: text }), { maxLength: 1 }),
    })
    .map((draft) => (drivable ? { ...draft, notes: inOrder(draft.notes) } : draft))
    .map((draft) => {
      const { roadbook, diagnostics } = complete(draft, () => null);
      if (roadbook === null || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 1));
      return roadbook;
    });
}

/** The same notes with distances that grow from note to note, and start again behind a reset. */
function inOrder(notes: NoteDraft[]): NoteDraft[] {
  let printed = 0;
  return notes.map((note, i) => {
    const distance = printed + (i === 0 ? 0 : (note.partial ?? 100) % 5000);
    const reset = note.reset === null ? null : 0;
    printed = reset ?? distance;
    return { ...note, number: i + 1, distance, partial: null, reset };
  });
}
