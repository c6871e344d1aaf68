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

test.each([
  ['metric', 0.621371, '0.62', 'they look like miles: state the units, or write kilometres'],
  ['metric', 1000, '1000', 'they look like metres: write kilometres'],
  ['metric', 2, '2.01', 'look whether the units are right, and whether the track is that of this stage'],
])(
  'distances in other units than the file says (%s, %d) are said once',
  async (units, factor, times, help) => {
    const rows = Array.from(
      { length: 8 },
      (_, i) => `  - { km: ${(i * 1.112 * factor).toFixed(3)}, at: [${31 + i / 100}, -4], text: x }`,
    );
    const track = Array.from({ length: 71 }, (_, i) => `  ${(31 + i / 1000).toFixed(3)} -4`);
    const text = `roadbook: 1\nunits: ${units}\nnotes:\n${rows.join('\n')}\ntrack: |\n${track.join('\n')}\n`;
    const { diagnostics } = await lint(Buffer.from(text), 'a.roadbook.yaml', { profile, levels: {} });
    const off = diagnostics.filter(({ rule }) => rule === 'distance-off-track');
    expect(off.map((one) => [one.message, one.help])).toEqual([
      [`the stated distances are ${times} times as long as the track`, help],
    ]);
  },
);
