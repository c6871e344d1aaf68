import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { writeOpenRally } from '../../../src/formats/openrally/write.ts';
import { complete } from '../../../src/model/complete.ts';
import type { NoteDraft, Roadbook } from '../../../src/model/roadbook.ts';
import { kmhFromSpeed } from '../../../src/model/units.ts';
import { fromNotation } from '../../../src/tulip/notation.ts';
import { shared } from '../../shared.ts';
import { anyRoadbook } from '../../support/arbitrary-roadbook.ts';
import { read, waypointsOf } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'openrally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function book(notes: NoteDraft[], rest: object = {}): Roadbook {
  const { roadbook, diagnostics } = complete({ notes, ...rest }, () => null);
  expect(diagnostics).toEqual([]);
  if (roadbook === null) throw new Error('no roadbook');
  return roadbook;
}

const write = (notes: NoteDraft[], rest = {}, options = {}) => writeOpenRally(book(notes, rest), options);
const lossesOf = (notes: NoteDraft[], rest = {}, options = {}) =>
  write(notes, rest, options).losses.map(({ message }) => message);

describe('what is written', () => {
  it('is the golden file', async () => {
    const stage = book(
      [
        {
          distance: 0,
          at: { latitude: 31.4302, longitude: -4.2301 },
          waypoints: [{ type: 'DSS', clear: 200 }],
          cap: 92,
          text: 'P, FPP',
          danger: 1,
          symbols: ['small-wadi', 'house'],
          tulip: fromNotation({ out: 75, roads: [-20] }),
        },
        {
          distance: 420,
          danger: 2,
          pictures: { tulip: 'data:image/png;base64,iVBORw0KGgo=', text: '<svg><text>a ]]> b</text></svg>' },
        },
        { distance: 3180, showAt: true, waypoints: [{ type: 'WPM', name: '12 <&"', open: 800, clear: 90 }] },
        {
          distance: 7050,
          waypoints: [
            { type: 'DN', seconds: 900 },
            { type: 'DZ', open: 1000, clear: 90 },
          ],
          limitKmh: 50,
          services: ['fuel', 'medical'],
        },
        { distance: 7500, waypoints: [{ type: 'FN' }, { type: 'FZ' }], stopSeconds: 3, reset: 0 },
        {
          distance: 1234,
          waypoints: [{ type: 'TC', name: 'CH 2', seconds: 5400 }, { type: 'ASS' }],
          name: 'Bivouac',
          number: 21,
        },
      ],
      {
        stage: { name: 'Erfoud – Merzouga' },
        description: 'An invented stage',
        total: 8734,
        track: [
          [
            { latitude: 31.4302, longitude: -4.2301, elevation: 801.5 },
            { latitude: 31.43, longitude: -4.2 },
          ],
        ],
      },
    );
    const { text, losses } = writeOpenRally(stage, {});
    expect(losses).toEqual([]);
    await expect(text).toMatchFileSnapshot('../../golden/openrally/written.gpx');
    expect(read(text).book).toEqual({ ...stage, origin: read(text).book.origin });
  });

  it('draws the boxes that a device shows, and reads them back as what they were drawn from', () => {
    const tulip = fromNotation({ out: -90, roads: [0, 90] });
    const [note] = [{ distance: 0, tulip, symbols: ['house', ']]>', '\uffff'], text: 'L & <keep>\ron' }];
    const { text } = write([note]);
    const { book: again, said } = read(text);
    expect(said).toEqual([]);
    expect(again.notes[0]).toMatchObject({
      tulip,
      symbols: note.symbols,
      pictures: { tulip: null, text: null },
    });
    expect(text).toMatch(/<openrally:tulip><!\[CDATA\[<svg [^>]*viewBox/);
    expect(text).toContain('>L &#38; &#60;keep&#62;</text>');

    // What another program changed is its picture, and no longer our tulip.
    const changed = text.replace('stroke="#111"', 'stroke="#f00"');
    const [other] = read(changed).book.notes;
    expect(other?.tulip).toBeNull();
    expect(other?.pictures.tulip).toContain('stroke="#f00"');
    expect(writeOpenRally(read(changed).book, {}).text).toContain('stroke="#f00"');

    const forged = text.replace(
      /<metadata id="roadbook">[^<]*/g,
      '<metadata id="roadbook">{"tulip":{"__proto__":1}}',
    );
    expect(read(forged).book.notes[0]?.tulip).toBeNull();
  });

  it('has miles, yards and mph where the page has miles', () => {
    const { text, losses } = write(
      [
        {
          distance: 19_859,
          limitKmh: kmhFromSpeed(35, 'imperial'),
          waypoints: [{ type: 'DZ', open: 800, clear: 91 }],
        },
      ],
      { units: 'imperial', total: 20_000 },
    );
    expect(text).toContain('<openrally:units>statue</openrally:units>');
    expect(text).toContain('<openrally:distance>12.34</openrally:distance>');
    expect(text).toContain('<openrally:speed>35</openrally:speed>');
    expect(text).toContain('<openrally:dz open="875" clear="100"/>');
    expect(losses).toEqual([]);
  });

  it('has a whole speed limit, and says where that is not what was meant', () => {
    expect(write([{ limitKmh: 62.5 }]).text).toContain('<openrally:speed>63</openrally:speed>');
    expect(lossesOf([{ limitKmh: 62.5 }])).toEqual([
      'note 1: limit is not fully carried by OpenRally 1.0.3: in whole km/h or mph',
    ]);
    expect(write([{ limitKmh: 62.5 }], {}, { extended: true }).text).toContain('<openrally:speed>62.5<');
  });

  it('has no exponent, and stays west of the date line', () => {
    const { text } = write([{ at: { latitude: 1.25e-7, longitude: 180 } }]);
    expect(text).toContain('<wpt lat="0.000000125" lon="-180">');
  });

  it('has what producers add when it is asked for, and says so where it is not', () => {
    const notes: NoteDraft[] = [
      { waypoints: [{ type: 'DN', name: '4', open: 1000, clear: 90, seconds: 900 }] },
      { waypoints: [{ type: 'DT', clear: 90, seconds: 600 }] },
      { waypoints: [{ type: 'TC', seconds: 90 }] },
    ];
    const extended = write(notes, {}, { extended: true });
    expect(extended.losses).toEqual([]);
    expect(extended.text).toContain(
      '<openrally:neutralization open="1000" clear="90" name="4">900</openrally:neutralization>',
    );
    expect(extended.text).toContain('<openrally:dt clear="90" time="600"/>');
    expect(extended.text).toContain('<openrally:timecontrol allowed="2" time="90"/>');
    const { losses, text } = write(notes);
    expect(losses.map(({ note, field, help }) => [note, field, help?.includes('--extended')])).toEqual([
      [1, 'waypoint-name', true],
      [1, 'open', true],
      [1, 'clear', true],
      [2, 'time', true],
      [3, 'time', true],
    ]);
    expect(text).toContain('<openrally:neutralization>900</openrally:neutralization>');
  });

  it('has what the reader did not understand: as instructions, or extended, as it was', () => {
    const source = `<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:o="http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3"
        xmlns:x="urn:x" version="1.1" creator="Rally Navigator"><metadata><time>2026-01-02T03:04:05Z</time><extensions>
        <o:units>metric</o:units><o:format>cross_country</o:format></extensions></metadata>
      <wpt lat="31" lon="-4"><sym>Flag</sym><extensions><o:distance>0</o:distance><o:wpp clear="20" show="1"/>
        <x:y a="&lt;">text <x:z/></x:y></extensions></wpt></gpx>`;
    const { book: before } = read(source);
    const kept = [...before.kept, ...(before.notes[0]?.kept ?? [])].map(({ content }) => content);
    expect(kept).toEqual([
      '<time>2026-01-02T03:04:05Z</time>',
      '<o:format xmlns:o="http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3">cross_country</o:format>',
      'wpp/@show="1"',
      '<x:y xmlns:x="urn:x" a="&lt;">text <x:z/></x:y>',
      '<sym>Flag</sym>',
    ]);
    for (const extended of [false, true]) {
      const { text, losses } = writeOpenRally(before, { extended });
      expect(losses).toEqual([]);
      expect(text.includes('<?roadbook-kept')).toBe(!extended);
      expect(text.includes('<openrally:wpp clear="20" show="1"/>')).toBe(extended);
      const { book: after } = read(text);
      expect({ ...after, origin: null }).toEqual({ ...before, origin: null });
    }
  });

  test.each([
    '</extensions>',
    '<a>',
    '<a/><b/>',
    '<wpt/>',
    '<a><trk/></a>',
    'wpm/@open="5"',
    'x ?> y',
    '<q:a/>',
  ])('kept text cannot break out: %s', (content) => {
    const notes: NoteDraft[] = [
      { distance: 0, waypoints: [{ type: 'WPM' }], kept: [{ format: 'openrally', content }] },
      { distance: 10 },
    ];
    for (const extended of [false, true]) {
      const { book: after, said } = read(write(notes, {}, { extended }).text);
      expect(said).toEqual([]);
      expect(after.notes).toHaveLength(2);
      expect(waypointsOf(after.notes[0])).toEqual(['WPM']);
    }
  });

  it('throws for a version that there is not', () => {
    expect(() => write([], {}, { openrallyVersion: '2.0' })).toThrow(RangeError);
  });
});

describe('older versions', () => {
  const notes: NoteDraft[] = [
    {
      showAt: true,
      waypoints: [{ type: 'FN', clear: 90 }, { type: 'WPN' }, { type: 'CP', name: '1', clear: 20 }],
    },
  ];

  test.each([
    ['1.0.3', [], 'v1.0.3'],
    ['1.0.2', ['waypoint', 'waypoint-name', 'clear'], 'v1.0.2'],
    ['1.0.1', ['show-at', 'waypoint', 'waypoint-name', 'clear'], 'v1.0.0'],
    ['1.0.0', ['show-at', 'waypoint', 'waypoint-name', 'clear'], 'v1.0.0'],
  ])('%s loses %j', (openrallyVersion, fields, namespace) => {
    const { text, losses } = write(notes, {}, { openrallyVersion });
    expect(losses.map(({ field }) => field)).toEqual(fields);
    expect(text).toContain(`GpxExtensions/${namespace}"`);
    expect(text.includes('<openrally:fn/>')).toBe(
      openrallyVersion === '1.0.1' || openrallyVersion === '1.0.2',
    );
  });
});

/** Where it was read from differs, and what is kept comes back in the order of its places. */
function comparable(roadbook: Roadbook): unknown {
  const sorted = (kept: Roadbook['kept']) => kept.map(({ content }) => content).sort();
  const notes = roadbook.notes.map((note) => ({ ...note, kept: sorted(note.kept) }));
  return { ...roadbook, origin: null, kept: sorted(roadbook.kept), notes };
}

const schema = shared('openrally/v1.0.3/cross-country/test_wrapper.xsd');
const hasXmllint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Fails with xmllint's own words where a file is not valid by the published schema. */
function validate(files: readonly string[]): void {
  const cwd = shared('openrally/v1.0.3/cross-country') ?? '.';
  execFileSync('xmllint', ['--noout', '--nonet', '--schema', 'test_wrapper.xsd', ...files], {
    cwd,
    stdio: 'pipe',
  });
}

const real = ['openrally/examples', 'corpus/openrally', 'corpus/gpx'].flatMap((path) => {
  const full = shared(path);
  return full === null ? [] : readdirSync(full).map((name) => join(full, name));
});

describe.skipIf(real.length === 0)('every real file', () => {
  test.each(real.map((file) => [file.split('/').slice(-2).join('/'), file]))(
    '%s reads, is written, and reads the same',
    (name, file) => {
      const { book: before } = read(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
      for (const extended of [false, true]) {
        const { text, losses } = writeOpenRally(before, { extended });
        const { book: after } = read(text);
        if (extended || !name.includes('pr3')) {
          expect(losses).toEqual([]);
          expect(comparable(after)).toEqual(comparable(before));
        } else {
          // The proposal of 2023 gives neutralisations a name and radii, which the schema does not.
          expect(new Set(losses.map(({ field }) => field))).toEqual(
            new Set(['waypoint-name', 'open', 'clear']),
          );
        }
      }
    },
  );
});

describe.skipIf(schema === null || !hasXmllint)('by the published schema', () => {
  it('every real file written as 1.0.3 is valid', () => {
    const files = real.map((file, i) => {
      const { book: before } = read(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
      const path = join(folder, `real-${i}.gpx`);
      writeFileSync(path, writeOpenRally(before, {}).text);
      return path;
    });
    validate(files);
  });

  it('whatever is written is valid', () => {
    const files = fc.sample(anyRoadbook(), { numRuns: 300, seed: 103 }).map((any, i) => {
      const path = join(folder, `any-${i}.gpx`);
      writeFileSync(path, writeOpenRally(any, {}).text);
      return path;
    });
    validate(files);
  });

  it('and the schema does object: extended files are not', () => {
    const path = join(folder, 'extended.gpx');
    const notes: NoteDraft[] = [{ waypoints: [{ type: 'DN', clear: 90, seconds: 900 }] }];
    writeFileSync(path, write(notes, {}, { extended: true }).text);
    expect(() => validate([path])).toThrow(/neutralization/);
  });
});
