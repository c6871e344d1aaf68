import { expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { profiles } from '../../src/rules/profile.ts';

const [profile] = profiles;

async function found(text: string, file: string): Promise<string[]> {
  const { diagnostics } = await lint(Buffer.from(text), file, { profile, levels: {} });
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

const wpt = (km: string) =>
  `<wpt lat="31" lon="-4"><desc>Fork</desc><extensions><openrally:distance>${km}</openrally:distance></extensions></wpt>`;
const gpx = (...km: string[]) =>
  `<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:openrally="http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3" version="1.1" creator="x">\n${km.map(wpt).join('\n')}\n</gpx>`;

test('what could not be read in a note of GPX is not also missing there', async () => {
  expect(await found(gpx('0', 'far', '2.5'), 'a.gpx')).toEqual([
    'wrong-type: note 2: distance must be a number, not “far”',
  ]);
});

test('what is missing in the next note is still news', async () => {
  expect(await found(gpx('0', 'far', '', '4'), 'a.gpx')).toContain(
    'distance-missing: note 3 has no distance',
  );
});

test('marks that are written into a tulip are a danger too', async () => {
  const text =
    'roadbook: 1\nnotes:\n  - { km: 0, text: a }\n  - { km: 1, tulip: { out: 0, labels: [{ text: "!!!", at: [0.5, 0.5] }] } }\n';
  expect(await found(text, 'a.roadbook.yaml')).toEqual([
    'danger-not-marked: the tulip of note 2 (1.00 km) shows danger 3, but the note has no danger',
  ]);
});
