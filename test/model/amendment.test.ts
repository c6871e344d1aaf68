import { describe, expect, test } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { amended, amendment, amendmentLines } from '../../src/model/amendment.ts';
import { fingerprint } from '../../src/model/fingerprint.ts';
import type { Note, Roadbook } from '../../src/model/roadbook.ts';

const before = await read(`roadbook: 1
event: Sample Raid
stage: { number: 2 }
notes:
  - { number: 1, km: 0, partial: 0, text: start }
  - { number: 2, km: 1.2, partial: 1.2, text: left at well }
  - { number: 3, km: 2.5, partial: 1.3, text: wadi }
  - { number: 4, km: 4, partial: 1.5, text: dunes }
  - { number: 5, km: 6, partial: 2, text: finish }
`);

async function read(text: string): Promise<Roadbook> {
  const { roadbook } = await readRoadbook(Buffer.from(text), 'a.roadbook.yaml');
  if (roadbook === null) throw new Error('the sample is a roadbook');
  return roadbook;
}

function changed(change: (notes: Note[]) => Note[]): Roadbook {
  return { ...before, notes: change(structuredClone(before.notes)) };
}

/** Another note: as the second, with changes. */
function like(notes: readonly Note[], changes: Partial<Note>): Note {
  const [, second] = notes;
  if (second === undefined) throw new Error('there is a second note');
  return { ...second, ...changes };
}

describe('an amendment', () => {
  test('marks what changed and what is new, leaves out what went, and renumbers in silence', () => {
    const after = changed(([first, , third, fourth, fifth]) => {
      const danger = like(before.notes, { text: 'left at well, deep hole', danger: 2 });
      const added = like(before.notes, { number: 3, distance: 1900, partial: 700, text: 'new gate' });
      return [
        first,
        danger,
        added,
        third && { ...third, number: 4, partial: 600 },
        fifth && { ...fifth, partial: 3500 },
      ].filter((note) => note !== undefined && note !== fourth) as Note[];
    });
    const made = amendment(before, after, 'Bulletin 3');
    expect(made.changes.map(({ kind }) => kind)).toEqual([
      'changed',
      'new',
      'renumbered',
      'deleted',
      'renumbered',
    ]);
    const result = amended(before, made);
    expect(result.notes.map(({ change }) => change)).toEqual([null, 'MODIF', 'NEWNOTE', null, null]);
    expect(result.notes.map(({ change: _, ...note }) => note)).toEqual(
      after.notes.map(({ change: _, ...note }) => note),
    );
    expect(fingerprint(result)).toBe(made.gives);
    expect(made.for).toBe(fingerprint(before));
    expect(amendmentLines(before, made)).toEqual([
      'MODIF: note 2 at 1.20 km: left at well, deep hole',
      'NEWNOTE: note 3 at 1.90 km: new gate',
      'deleted: note 4 at 4.00 km: dunes',
    ]);
  });

  test('of nothing is empty', () => {
    expect(amendment(before, before, null).changes).toEqual([]);
  });

  test.each<[string, (notes: Note[]) => Note[]]>([
    ['the first note gone', (notes) => notes.slice(1)],
    ['the last note gone', (notes) => notes.slice(0, -1)],
    [
      'all new',
      (notes) =>
        notes.map((note) => ({ ...note, distance: (note.distance ?? 0) + 500, text: `${note.text}!` })),
    ],
    ['all changed', (notes) => notes.map((note) => ({ ...note, text: `${note.text}!` }))],
    ['a note before the first', (notes) => [like(notes, { number: 1, distance: 0, text: 'gate' }), ...notes]],
    [
      'two notes behind the last',
      (notes) => [...notes, like(notes, { distance: 7000 }), like(notes, { distance: 7040 })],
    ],
    ['two swapped', ([a, b, c, ...rest]) => [a, c, b, ...rest].filter((note) => note !== undefined)],
    ['none left', () => []],
  ])('with %s gives what it says', (_, change) => {
    const after = changed(change);
    const result = amended(before, amendment(before, after, null));
    expect(result.notes.map(({ change: _mark, ...note }) => note)).toEqual(
      after.notes.map(({ change: _mark, ...note }) => note),
    );
  });
});
