import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isNothing,
  noteFieldNames,
  noteFields,
  roadbookFieldNames,
  roadbookFields,
} from '../../src/formats/carries.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/registry.ts';
import type { Roadbook } from '../../src/model/roadbook.ts';
import { anyRoadbook } from '../support/arbitrary-roadbook.ts';

/**
 * The tables of src/formats/carries.ts are not opinions: a field is said to be lost exactly when it does not come back.
 */
const loaded = await Promise.all(formats.map(async (entry) => ({ ...entry, ...(await entry.load()) })));
const both = loaded.filter(({ format }) => format.read && format.write);

describe.each(both)('$title', ({ format }) => {
  test('what it says it loses is what does not come back', () => {
    fc.assert(
      fc.property(numbered, fc.boolean(), (roadbook, extended) => {
        const { said, seen } = roundTrip(format, roadbook, extended);
        expect(seen).toEqual(said);
      }),
      { seed: 20261012, numRuns: 150 },
    );
  });
});

/** Lost fields as the writer says and as reading again shows, as `3 average-cap` and `event`. */
function roundTrip(
  { read, write }: Format,
  roadbook: Roadbook,
  extended: boolean,
): { said: string[]; seen: string[] } {
  const { text, losses } = write?.(roadbook, { extended }) ?? { text: '', losses: [] };
  const reading = read?.({ file: 'again', text: text.replace(/^\ufeff/, '') });
  const again = reading?.roadbook ?? null;
  expect(reading?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(again?.notes.length, text).toBe(roadbook.notes.length);
  const seen = roadbookFieldNames.filter((field) => differ(roadbookFields[field].value, roadbook, again));
  const index = (note: number | null) => (note === null ? '' : `${note} `);
  return {
    said: [...new Set(losses.map(({ note, field }) => `${index(note)}${field}`))].sort(),
    seen: [
      ...seen,
      ...roadbook.notes.flatMap((note, i) =>
        noteFieldNames
          .filter((field) => differ(noteFields[field].value, note, again?.notes[i]))
          .map((field) => `${note.number} ${field}`),
      ),
    ].sort(),
  };
}

function differ<T>(value: (thing: T) => unknown, before: T, after: T | null | undefined): boolean {
  const [was, is] = [value(before), after && value(after)];
  return !(isDeepStrictEqual(was, is) || (isNothing(was) && isNothing(is)));
}

/** Any roadbook in which a number names one note. */
const numbered = anyRoadbook({ maxNotes: 4 }).map((roadbook): Roadbook => {
  const number = (note: number, i: number) => (note % 100_000) * 10 + i;
  return {
    ...roadbook,
    notes: roadbook.notes.map((note, i) => ({ ...note, number: number(note.number, i) })),
  };
});
