import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { shared } from '../../shared.ts';
import { gpx, read, wpt } from './read.ts';

const distances = (text: string) => read(text).book.notes.map(({ distance }) => distance);
const points = (name: string, places: readonly (readonly [number, number])[]) =>
  places.map(([lat, lon]) => `<${name} lat="${lat}" lon="${lon}"/>`).join('\n');
const plain = (creator: string, inside: string) =>
  `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="${creator}">${inside}</gpx>`;

describe('stated distances', () => {
  it('are the printed ones, whatever they do', () => {
    const stated = ['0', '0.42', '1.1'].map((km) => wpt(`<distance>${km}</distance>`)).join('');
    expect(distances(gpx(stated))).toEqual([0, 420, 1100]);
  });

  it('stay relative to the last reset, as Tulip writes them', () => {
    const { book } = read(
      gpx(
        [
          wpt('<distance>0</distance>'),
          wpt('<distance>5.5</distance><reset/>'),
          wpt('<distance>0.30000000000000004</distance>'),
          wpt('<distance>4.4e-16</distance>'),
        ].join(''),
      ),
    );
    expect(book.notes.map(({ distance, partial, reset }) => [distance, partial, reset])).toEqual([
      [0, 0, null],
      [5500, 5500, 0],
      [300, 300, null],
      [0, null, null],
    ]);
  });

  it('are left alone where only some are missing and there is no track', () => {
    const some = `${wpt('<distance>0</distance>')}<wpt lat="31" lon="-4"/><wpt lat="31.1" lon="-4"/>`;
    const { book, said } = read(gpx(some));
    expect(book.notes.map(({ distance }) => distance)).toEqual([0, null, null]);
    expect(said.filter((line) => line.startsWith('distance-derived'))).toEqual([]);
  });
});

describe('distances that the file does not state', () => {
  const track = points('trkpt', [
    [31, -4],
    [31.05, -4],
    [31.05, -4.05],
    [31, -4.05],
    [31, -4],
  ]);
  const loop = `${points('wpt', [
    [31, -4],
    [31.05, -4],
    [31, -4.05],
    [31, -4],
  ])}<trk><trkseg>${track}</trkseg></trk>`;

  // Expected values: the spherical law of cosines, and GeographicLib for the ellipsoid.
  test.each([
    ['Rally Navigator', [0, 5560, 15_883, 20_648], 'as Rally Navigator does'],
    ['Tulip X - https://gitlab.com/drid/tulip', [0, 5566, 15_900, 20_671], 'as Tulip does'],
    ['a pocket GPS', [0, 5543, 15_860, 20_635], 'on the WGS 84 ellipsoid'],
  ])('come from the track by the rule of %s', (creator, expected, words) => {
    const { said } = read(plain(creator, loop));
    expect(distances(plain(creator, loop))).toEqual(expected);
    expect(said).toEqual([expect.stringContaining(`counted along the track, ${words}`)]);
  });

  it('count from the last reset', () => {
    const reset = loop.replace(
      '<wpt lat="31.05" lon="-4"/>',
      '<wpt lat="31.05" lon="-4"><extensions><reset/></extensions></wpt>',
    );
    expect(distances(plain('Rally Navigator', reset))).toEqual([0, 5560, 10_323, 15_089]);
  });

  it('are straight lines where there is no track, and that is said', () => {
    const { book, said } = read(
      plain(
        'x',
        points('wpt', [
          [31, -4],
          [31.05, -4],
          [31, -4],
        ]),
      ),
    );
    expect(book.notes.map(({ distance }) => distance)).toEqual([0, 5543, 11_087]);
    expect(said).toEqual([expect.stringContaining('straight lines, so too short')]);
  });

  it('follow the route where that is all there is', () => {
    const { book } = read(
      plain(
        'x',
        `<rte><name>r</name>${points('rtept', [
          [31, -4],
          [31.05, -4],
        ])}</rte>`,
      ),
    );
    expect(book.notes.map(({ distance }) => distance)).toEqual([0, 5543]);
    expect(book.track).toBeNull();
  });

  it('are not known far off the track', () => {
    const far = loop.replace('<wpt lat="31.05" lon="-4"/>', '<wpt lat="31.05" lon="-3.9"/>');
    const { book, said } = read(plain('x', far));
    expect(book.notes.map(({ distance }) => distance)).toEqual([0, null, 15_860, 20_635]);
    expect(said[0]).toContain('1 of 4 lie over 1 km off it');
  });

  it('put points of plain GPX into the order of the track', () => {
    const mixed = `<wpt lat="31.02" lon="-4.05"><name>c</name></wpt><wpt lat="31.01" lon="-4"><name>a</name></wpt>
      <wpt lat="31.05" lon="-4.02"><name>b</name></wpt><trk><trkseg>${track}</trkseg></trk>`;
    const { book, said } = read(plain('x', mixed));
    expect(book.notes.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(said[0]).toContain('put into the order of the track');
  });
});

const excerpt = shared('corpus/openrally/rally-navigator-axequad-excerpt.gpx');

test.skipIf(excerpt === null)(
  '13.23 km stated at note 023 by Rally Navigator, from its track within 5 m',
  () => {
    const text = readFileSync(excerpt ?? '', 'utf8');
    expect(distances(text)).toEqual([0, 13_230]);
    const unstated = text.replace(/<openrally:distance>[\d.]+<\/openrally:distance>/g, '');
    const [start, note] = distances(unstated);
    expect(start).toBe(0);
    expect(Math.abs((note ?? 0) - 13_230)).toBeLessThanOrEqual(5);
  },
);

it('of a recorded track, places are kept, and what else its points have is said to be left out', () => {
  const point = (lat: number, inside: string) => `<trkpt lat="${lat}" lon="-4">${inside}</trkpt>`;
  const track = `<trk><trkseg>${point(31, '<time>2026-10-12T07:40:00Z</time>')}${point(31.1, '<ele>2</ele><time/><speed>4</speed>')}${point(31.2, '<ele>3</ele>')}</trkseg></trk>`;
  const { book, said } = read(gpx(`${wpt('<distance>0</distance>')}${track}`));
  expect(book.track?.[0]).toHaveLength(3);
  expect(said).toEqual([
    'track-reduced: of the track, places and elevations are kept: what 2 of its points have beside them is left out (time, speed) @ <time>',
  ]);
});

test.each([
  ['in order, without a gap', [0, 1, 2], ''],
  ['out of order', [1, 0, 2], '; 3.33 km between its pieces are straight lines'],
])('of a track in pieces %s the leaps are said', (_, order, expected) => {
  const piece = (i: number) =>
    `<trk><trkseg>${points('trkpt', [
      [31 + i / 100, -4],
      [31.01 + i / 100, -4],
    ])}</trkseg></trk>`;
  const { said } = read(
    plain(
      'x',
      `${points('wpt', [
        [31, -4],
        [31.03, -4],
      ])}${order.map(piece).join('')}`,
    ),
  );
  expect(said.join()).toContain(`counted along the track, on the WGS 84 ellipsoid${expected} @`);
});

describe('distances that only some notes state', () => {
  /** North along a meridian, 1,000.8 m a hundredth and a bit by the ellipsoid; notes at these hundredths, with these elements. */
  const stage = (notes: readonly (readonly [number, string])[]) =>
    read(
      gpx(
        `${notes
          .map(([at, elements]) =>
            wpt(elements).replace('lat="0" lon="0"', `lat="${31 + at / 100}" lon="-4"`),
          )
          .join('')}<trk><trkseg>${points(
          'trkpt',
          Array.from({ length: 21 }, (_, i) => [31 + i / 100, -4]),
        )}</trkseg></trk>`,
      ),
    );
  const km = (value: number) => `<distance>${value}</distance>`;
  const told = (said: readonly string[]) => said.filter((line) => line.startsWith('distance-derived'));

  test.each<[string, [number, string][], (number | null)[]]>([
    [
      'between two',
      [
        [0, km(0)],
        [5, ''],
        [10, km(11.09)],
      ],
      [0, 5543, 11_090],
    ],
    [
      'at the start',
      [
        [0, ''],
        [5, km(5.54)],
        [10, km(11.09)],
      ],
      [0, 5540, 11_090],
    ],
    [
      'at the end',
      [
        [0, km(0)],
        [5, km(5.54)],
        [10, ''],
      ],
      [0, 5540, 11_083],
    ],
    [
      'behind a reset',
      [
        [0, km(0)],
        [5, `${km(5.54)}<reset/>`],
        [10, ''],
        [15, km(11.09)],
      ],
      [0, 5540, 5543, 11_090],
    ],
    [
      'over a reset',
      [
        [0, km(0)],
        [5, '<reset/>'],
        [10, km(5.54)],
      ],
      [0, 5543, 5540],
    ],
    [
      'two in a row',
      [
        [0, km(0)],
        [4, ''],
        [8, ''],
        [10, km(11.09)],
      ],
      [0, 4434, 8869, 11_090],
    ],
  ])('%s', (_, notes, expected) => {
    const { book, said } = stage(notes);
    for (const [i, { distance }] of book.notes.entries())
      expect(Math.abs((distance ?? -99) - (expected[i] ?? 0))).toBeLessThanOrEqual(2);
    expect(told(said)).toEqual([
      expect.stringMatching(
        /state no distance: theirs are counted along the track, on the WGS 84 ellipsoid, from the notes that do, to within \d{1,2} m/,
      ),
    ]);
  });

  test.each<[string, [number, string][]]>([
    [
      'the track does not agree',
      [
        [0, km(0)],
        [5, ''],
        [10, km(12)],
      ],
    ],
    [
      'the note lies off it',
      [
        [0, km(0)],
        [5, ''],
        [10, km(11.09)],
      ],
    ],
    [
      'nothing shows that the track agrees',
      [
        [0, km(3)],
        [5, ''],
      ],
    ],
    [
      'the start would not be 0',
      [
        [0, ''],
        [5, km(9)],
        [10, km(14.54)],
      ],
    ],
  ])('none where %s', (why, notes) => {
    const text = why.startsWith('the note')
      ? notes.map(([at, inside]): [number, string] => [at === 5 ? 25 : at, inside])
      : notes;
    const { book, said } = stage(text);
    expect(book.notes.filter(({ distance }) => distance === null)).toHaveLength(1);
    expect(told(said)).toEqual([]);
  });
});
