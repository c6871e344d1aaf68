import { expect, test } from 'vitest';
import { complete } from '../../src/model/complete.ts';
import { WaypointType } from '../../src/model/fields.ts';
import { pairZones } from '../../src/model/zones.ts';

/** Each word is a note, each of its `+` parts a mark. */
function pairs(marks: string): string {
  const notes = marks.split(' ').map((note, i) => ({
    distance: i * 1000,
    waypoints: note === '.' ? [] : note.split('+').map((type) => ({ type: WaypointType.parse(type) })),
  }));
  const { roadbook } = complete({ notes }, () => null);
  const { zones, strays } = pairZones(roadbook?.notes ?? []);
  const shown = zones.map(
    ({ kind, open, changes, close }) =>
      `${kind} ${[open, ...changes].map(({ note }) => note).join(',')}-${close?.note ?? '?'}`,
  );
  return [...shown, ...strays.map(({ kind, note }) => `stray ${kind} ${note}`)].join('; ');
}

test.each([
  ['. DZ . FZ', 'speed 1-3'],
  ['DZ . DZ FZ', 'speed 0,2-3'],
  ['DZ FZ+DZ FZ', 'speed 0-1; speed 1-2'],
  ['. DZ+FZ .', 'speed 1-1'],
  ['DZ .', 'speed 0-?'],
  ['FZ DZ FZ', 'speed 1-2; stray speed 0'],
  ['DZ FZ FZ', 'speed 0-1; stray speed 2'],
  ['DN FN', 'neutralisation 0-1'],
  ['DN DN FN', 'neutralisation 0-?; neutralisation 1-2'],
  ['DZ DN FN FZ', 'speed 0-3; neutralisation 1-2'],
  ['DT+DZ FT+FZ', 'transfer 0-1; speed 0-1'],
  // Tulip's DNS and the proposed `dnz` end with FN alone.
  ['DN+DZ . FN', 'neutralisation 0-2; speed 0-2'],
  ['DN+DZ FN FZ', 'neutralisation 0-1; speed 0-2'],
  ['DT+DZ FT DZ FZ', 'transfer 0-1; speed 0-1; speed 2-3'],
  ['DN+DZ . .', 'neutralisation 0-?; speed 0-?'],
])('%s', (marks, expected) => {
  expect(pairs(marks)).toBe(expected);
});
