import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { limits } from '../../../src/formats/limits.ts';
import { readGpx } from '../../../src/formats/openrally/format.ts';
import { readRoadbook } from '../../../src/formats/read.ts';
import { changedBytes } from '../../support/mutate.ts';
import { survives } from '../../support/survives.ts';
import { gpx, read, wpt } from './read.ts';

const notes = (km: number[]) => km.map((d) => wpt(`<distance>${d}</distance>`)).join('\n');
const distances = (text: string) =>
  readGpx({ file: 'x', text }).roadbook?.notes.map(({ distance }) => distance);

describe('a damaged file gives every note that can be understood', () => {
  const sound = gpx(notes([0, 1, 2, 3]));
  const third = sound.indexOf('<distance>2'.replace('<', '<openrally:'));

  test.each<[string, string, (number | null)[], string[]]>([
    [
      'cut off',
      sound.slice(0, third),
      [0, 1000],
      [
        'syntax: <openrally:distance> is not closed @ <openrally:distance>',
        'syntax: <extensions> is not closed @ <extensions>',
        'syntax: <wpt> is not closed @ <wpt lat="0" lon="0">',
        'syntax: <gpx> is not closed',
      ].slice(1),
    ],
    [
      'a waypoint not closed',
      sound.replace('</wpt>', ''),
      [0, 1000, 2000, 3000],
      ['syntax: <wpt> is closed by </gpx> @ </gpx>'],
    ],
    [
      'an element not closed',
      sound.replace('</openrally:distance>', ''),
      [0, 1000, 2000, 3000],
      ['syntax: <openrally:distance> is closed by </extensions> @ </extensions>'],
    ],
    [
      'an end tag mistyped',
      sound.replace('</openrally:distance>', '</openrally:distanze>'),
      [0, 1000, 2000, 3000],
      ['syntax: </openrally:distanze> closes nothing @ </openrally:distanze>'],
    ],
    [
      'a bare ampersand',
      sound.replace('<extensions><openrally:distance>1', '<name>A & B</name>$&'),
      [0, 1000, 2000, 3000],
      ['syntax: a bare & must be written as &amp; @ &'],
    ],
    [
      'an entity of HTML',
      sound.replace('<extensions><openrally:distance>1', '<name>&eacute;</name>$&'),
      [0, 1000, 2000, 3000],
      ['syntax: &eacute; is HTML and not XML: a strict reader refuses the whole file @ &eacute;'],
    ],
    [
      'an unknown entity',
      sound.replace('<extensions><openrally:distance>1', '<name>&sand;</name>$&'),
      [0, 1000, 2000, 3000],
      ['syntax: undefined entity @ ;'],
    ],
    [
      'white space before the declaration',
      `\n\n${sound}`,
      [0, 1000, 2000, 3000],
      ['syntax: white space stands before <?xml: a strict reader refuses the whole file @ \n\n'],
    ],
    [
      'an attribute without quotes',
      sound.replace('lat="0"', 'lat=0'),
      [0, 1000, 2000, 3000],
      ['syntax: unquoted attribute value @ 0'],
    ],
    [
      'two roots',
      `${sound}${sound.replace(/<\?xml.*\?>/, '')}`,
      [0, 1000, 2000, 3000, 0, 1000, 2000, 3000],
      ['syntax: documents may contain only one root @ <gpx'],
    ],
    [
      'words behind the end',
      `${sound}x`,
      [0, 1000, 2000, 3000],
      ['syntax: text data outside of root node @ x'],
    ],
    [
      'a control character',
      sound.replace('<extensions>', '<name>a\u0001b</name>$&'),
      [0, 1000, 2000, 3000],
      ['syntax: disallowed character @ '],
    ],
  ])('%s', (_, text, expected, problems) => {
    expect(distances(text)).toEqual(expected);
    const { said } = read(text);
    for (const problem of problems)
      expect(
        said.some((line) => line.startsWith(problem)),
        `${problem}\n${said.join('\n')}`,
      ).toBe(true);
  });

  it('says where the element opens that another end tag closes', () => {
    const text = sound.replace('</openrally:distance>', '');
    const { diagnostics } = read(text);
    const [found] = diagnostics;
    expect(
      found?.notes.map(({ message, span }) => [message, span && text.slice(span.start, span.end)]),
    ).toEqual([['it opens here', '<openrally:distance>']]);
    expect(found?.help).toBe('write </openrally:distance> before this');
  });

  it('takes entities of HTML for what they mean', () => {
    const file = gpx(wpt('<distance>1</distance>', '<name>1</name><desc>gu&eacute;&nbsp;&ndash; x</desc>'));
    expect(read(file).book.notes[0]?.text).toBe('gué\u00a0– x');
  });

  it('says at most 20 errors of syntax', () => {
    const text = gpx(`${'<a></b>'.repeat(1000)}${notes([0, 1])}`);
    const { diagnostics, book } = read(text);
    expect(book.notes).toHaveLength(2);
    expect(diagnostics).toHaveLength(20);
    expect(diagnostics[19]?.help).toContain('not shown');
  });

  it('gives nothing, and says why, of XML that is no GPX', () => {
    const { roadbook, diagnostics } = readGpx({ file: 'x', text: '<kml><wpt lat="1" lon="1"/></kml>' });
    expect(roadbook).toBeNull();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['not-a-roadbook']);
  });
});

describe('attacks', () => {
  const inside = wpt('<distance>1</distance>', '<name>&xxe;</name>');

  it('reads no other file and expands no entity', () => {
    const bomb =
      '<!ENTITY a "aaaaaaaaaa">' +
      [...'bcdefghij'].map((c, i) => `<!ENTITY ${c} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('');
    for (const dtd of [
      '<!ENTITY xxe SYSTEM "file:///etc/passwd">',
      bomb.replace('ENTITY j', 'ENTITY xxe'),
      '<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;',
    ]) {
      const text = gpx(inside).replace('<gpx', `<!DOCTYPE gpx [${dtd}]>\n<gpx`);
      const { book, diagnostics } = read(text);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['doctype-refused', 'syntax']);
      const [first] = diagnostics;
      expect(first?.span && text.slice(first.span.start, first.span.end)).toMatch(/^<!DOCTYPE[\s\S]*>$/);
      expect(book.notes.map(({ distance }) => distance)).toEqual([1000]);
      expect(JSON.stringify(book).length).toBeLessThan(2000);
    }
  });

  test.each<[string, string, string[], number]>([
    ['100,000 levels', gpx(`${notes([0])}<a>${'<a>'.repeat(100_000)}`), ['too-deep'], 1],
    [
      '100,000 levels in an extension',
      gpx(`${notes([0])}<wpt><extensions>${'<a>'.repeat(100_000)}`),
      ['too-deep'],
      1,
    ],
    [
      '100,000 attributes',
      gpx(`${notes([0])}<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
      ['too-large'],
      1,
    ],
    [
      '100,000 elements in a waypoint',
      gpx(
        `${notes([0])}<wpt lat="1" lon="1"><extensions>${'<openrally:fuel/>'.repeat(100_000)}</extensions></wpt>${notes([2])}`,
      ),
      ['too-large'],
      3,
    ],
    [
      'a million references',
      gpx(`${notes([0])}<wpt lat="1" lon="1"><name>${'&#65;'.repeat(1_000_000)}</name></wpt>`),
      [],
      2,
    ],
    [
      '100,000 processing instructions',
      gpx(`${wpt('<distance>0</distance>')}${'<?a b?>'.repeat(100_000)}`),
      [],
      1,
    ],
    [
      'a picture of 20 MB',
      gpx(
        wpt(
          `<distance>0</distance><tulip><![CDATA[data:image/png;base64,${'iVBORw0KGgo+'.repeat(1_750_000)}]]></tulip>`,
        ),
      ),
      [],
      1,
    ],
    [
      '__proto__ everywhere',
      gpx(
        '<wpt lat="1" lon="1" __proto__="x"><__proto__ constructor="1"/><extensions><openrally:__proto__/><openrally:constructor>1</openrally:constructor></extensions></wpt>',
      ),
      [],
      1,
    ],
  ])('%s', (_, text, expected, count) => {
    const before = process.cpuUsage().user;
    const { roadbook, diagnostics } = readGpx({ file: 'x', text });
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
    expect(roadbook?.notes).toHaveLength(count);
    expect(diagnostics.map(({ rule }) => rule).filter((rule) => rule.startsWith('too'))).toEqual(expected);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('as many notes as the limit are read, and not one more', () => {
    const text = gpx(wpt('<distance>1</distance>').repeat(limits.notes + 1));
    const { roadbook, diagnostics } = readGpx({ file: 'x', text });
    expect(roadbook?.notes).toHaveLength(limits.notes);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['too-many-notes']);
  });
});

/** FUZZ_RUNS widens the run: `npm run fuzz` sets it. */
const runs = Number(process.env.FUZZ_RUNS ?? 1000);
const seed = Number(process.env.FUZZ_SEED ?? 20261012);
const fixtures = join(import.meta.dirname, '../../fixtures');

describe.each(['openrally', 'gpx'])('changed bytes in %s files', (folder) => {
  const files = readdirSync(join(fixtures, folder)).map((name) => readFileSync(join(fixtures, folder, name)));
  const marks = [
    '<',
    '>',
    '/>',
    '</',
    '&',
    ';',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?',
    '?>',
    '=',
    ' xmlns="x"',
  ];
  const words = [
    '<wpt>',
    '</wpt>',
    '<extensions>',
    '</extensions>',
    '<gpx>',
    '</gpx>',
    '<trkseg>',
    '<!DOCTYPE a [',
    '-1',
    '1e999',
    ',',
  ];
  const insert = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...marks, ...words).map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 8 }) },
  );
  const where = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const change = fc.record({ where, remove: fc.nat({ max: 12 }), insert });
  const cut = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true }));

  it('never crash, hang, leak or lie about places', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        cut,
        (bytes, changes, end) => survives(changedBytes(bytes, changes, end), 'fuzzed.gpx'),
      ),
      { seed, numRuns: runs },
    );
  });

  it('a file cut anywhere gives no more notes than the whole', async () => {
    const whole = await Promise.all(files.map((bytes) => readRoadbook(bytes, 'x.gpx')));
    await fc.assert(
      fc.asyncProperty(fc.nat(files.length - 1), where, async (index, end) => {
        const bytes = files[index] ?? Buffer.alloc(0);
        const { roadbook } = await readRoadbook(bytes.subarray(0, Math.floor(end * bytes.length)), 'x.gpx');
        const all = whole[index]?.roadbook?.notes.length ?? 0;
        expect(roadbook?.notes.length ?? 0).toBeLessThanOrEqual(all);
      }),
      { seed, numRuns: 200 },
    );
  });
});
