import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format, WriteOptions } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/registry.ts';
import type { Roadbook } from '../../src/model/roadbook.ts';
import { anyRoadbook, hostileText } from '../support/arbitrary-roadbook.ts';
import { lostFields, saidFields } from '../support/lost.ts';

/**
 * The tables of src/formats/carries.ts are not opinions: a field is said to be lost exactly when it does not come back.
 */
const loaded = await Promise.all(formats.map(async (entry) => ({ ...entry, ...(await entry.load()) })));
const both = loaded.filter(({ format }) => format.read && format.write);

describe.each(both)('$title', ({ format, name }) => {
  test('what it says it loses is what does not come back', () => {
    fc.assert(
      fc.property(withOwnKept(name), fc.record(anyOptions), (roadbook, wanted) => {
        const { said, seen } = roundTrip(format, roadbook, wanted);
        expect(seen).toEqual(said);
      }),
      { seed: 20261012, numRuns: 150 },
    );
  });
});

const anyOptions = {
  extended: fc.boolean(),
  orbDialect: fc.constantFrom('instructions' as const, 'entries' as const),
};

/** Lost fields as the writer says, and as reading again shows. */
function roundTrip(
  { read, write }: Format,
  roadbook: Roadbook,
  options: WriteOptions,
): { said: string[]; seen: string[] } {
  const { text, losses } = write?.(roadbook, options) ?? { text: '', losses: [] };
  const reading = read?.({ file: 'again', text: text.replace(/^\ufeff/, '') });
  const again = reading?.roadbook ?? null;
  expect(reading?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(again?.notes.length, text).toBe(roadbook.notes.length);
  return { said: saidFields(losses), seen: lostFields(roadbook, again) };
}

/** Any roadbook in which a number names one note. */
const numbered = anyRoadbook({ maxNotes: 4 }).map((roadbook): Roadbook => {
  const number = (note: number, i: number) => (note % 100_000) * 10 + i;
  return {
    ...roadbook,
    notes: roadbook.notes.map((note, i) => ({ ...note, number: number(note.number, i) })),
  };
});

/** Some notes have what this very format did not understand when it read them, and some have what it never wrote. */
function withOwnKept(format: string): fc.Arbitrary<Roadbook> {
  const key = fc.oneof(fc.constantFrom(...keptKeys), hostileText);
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('x', '12', 'reset_trip') },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
  const tree = fc.dictionary(
    key,
    fc.oneof(value, fc.dictionary(key, value, { maxKeys: 3 }), fc.array(value, { maxLength: 3 })),
    { maxKeys: 4 },
  );
  const content = fc.oneof(
    tree,
    fc.record({ instruction: tree }),
    fc.record({ instruction: tree, stage: tree }),
    fc.record({ meta: tree }),
  );
  const kept = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: content.map((tree) => [{ format, content: JSON.stringify(tree) }]) },
  );
  return fc
    .tuple(numbered, kept, fc.array(kept, { minLength: 4, maxLength: 4 }))
    .map(([roadbook, own, ofNotes]) => ({
      ...roadbook,
      kept: [...roadbook.kept, ...own],
      notes: roadbook.notes.map((note, i) => ({ ...note, kept: [...note.kept, ...(ofNotes[i] ?? [])] })),
    }));
}

const keptKeys = [
  'id',
  'type',
  'tags',
  'tulip',
  'symbol',
  'location',
  'name',
  'landmark',
  'distance',
  'branches',
  'time_stage',
  'title',
];
