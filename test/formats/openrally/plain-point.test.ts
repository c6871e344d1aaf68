import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Document, newDocument } from '../../../src/formats/openrally/document.ts';
import { readGpx } from '../../../src/formats/openrally/format.ts';
import { plainNote, plainPlace } from '../../../src/formats/openrally/plain-point.ts';
import { gpx } from './read.ts';

function meaning(text: string) {
  const { roadbook, diagnostics } = readGpx({ file: 'x.gpx', text });
  return { roadbook, said: diagnostics.map(({ rule, message }) => `${rule}: ${message}`) };
}

/** Two spaces in a tag mean the same to XML, and are not plain. */
function byElements(text: string) {
  return meaning(text.replace(/<(wpt|trkpt) /g, '<$1  '));
}

function agree(text: string): void {
  const [plain, whole] = [meaning(text), byElements(text)];
  // Many times as fast as toEqual, which then shows the difference.
  if (!isDeepStrictEqual(plain, whole)) expect(plain).toEqual(whole);
}

const documentOf = (source: string): Document => ({
  ...newDocument(source),
  ours: new Set(['openrally']),
  isOpenRally: true,
});
const noteIn = (source: string) => plainNote(documentOf(source), 0);

const usual = '<openrally:distance>1.5</openrally:distance>';
const wpt = (elements: string, before = '<name>1</name>') =>
  `<wpt lat="1.5" lon="-2">${before}<extensions>${elements}</extensions></wpt>`;

describe('a plain waypoint', () => {
  test.each([
    wpt(usual),
    wpt(`${usual}\n <openrally:cap>90</openrally:cap><openrally:wpm open="800" clear="90" name="3"/>`),
    wpt(`${usual}<openrally:dz/><openrally:speed>50</openrally:speed><openrally:fuel></openrally:fuel>`),
    wpt(`${usual}<openrally:tulip><![CDATA[<svg>]</svg>]]></openrally:tulip>`),
    wpt(
      '<openrally:danger>3</openrally:danger>',
      '\r\n<ele>-4.5</ele> <name>012</name><desc> Fork </desc>\n',
    ),
  ])('is read at once: %s', (text) => {
    expect(noteIn(text)?.end).toBe(text.length);
  });

  test.each([
    wpt(`${usual}${usual}`),
    wpt('<openrally:distance>1,5</openrally:distance>'),
    wpt('<openrally:distance>-1</openrally:distance>'),
    wpt('<openrally:cap>9.5</openrally:cap>'),
    wpt('<openrally:danger>4</openrally:danger>'),
    wpt('<openrally:danger level="1">1</openrally:danger>'),
    wpt('<openrally:wpm open="1e3"/>'),
    wpt('<openrally:wpm open="1" open="2"/>'),
    wpt('<openrally:wpm/><openrally:wpm/>'),
    wpt('<openrally:dnz/>'),
    wpt('<openrally:unknown/>'),
    wpt('<other:distance>1</other:distance>'),
    wpt('<openrally:tulip>words</openrally:tulip>'),
    wpt('<openrally:tulip><![CDATA[]]></openrally:tulip>'),
    wpt(usual, '<name>A1</name>'),
    wpt(usual, '<name>1</name><sym>Dot</sym>'),
    wpt(usual, '<name>1</name><desc>S=50 O=800 C=90 T= N=</desc>'),
    wpt(usual, '<name>1</name><desc>a &amp; b</desc>'),
    wpt(usual, '<name>1</name><desc>]]></desc>'),
    wpt(usual).replace('1.5', '91'),
    wpt(usual).replace('</extensions>', 'x</extensions>'),
    wpt(usual).replace('</wpt>', ''),
  ])('is nothing like this: %s', (text) => {
    expect(noteIn(text)).toBeNull();
  });

  it('is not read where miles or plain GPX change what its words mean', () => {
    const document = documentOf(wpt(usual));
    expect(plainNote({ ...document, units: 'imperial' }, 0)).toBeNull();
    expect(plainNote({ ...document, isOpenRally: false }, 0)).toBeNull();
  });

  it('has a track point for a kin', () => {
    const text = '<trkpt lat="1" lon="2"><ele>3</ele></trkpt>';
    expect(plainPlace(documentOf(text), 0)).toEqual({
      read: { latitude: 1, longitude: 2, elevation: 3 },
      end: text.length,
    });
    expect(plainPlace(documentOf(text.replace('"2"', '"200"')), 0)).toBeNull();
  });
});

/** Three of four are plain, so that many waypoints are so in all their parts. */
const mostly = (plain: string, odd: string) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...plain.split('|')) },
    { weight: 1, arbitrary: fc.constantFrom(...odd.split('|')) },
  );

const figure = mostly('0|1|12.34|007|.5|90|3||400', '1,5|-1|1e2| 4 |5.|x|&#49;');
const attributes = mostly(
  '|| open="800"| open="800" clear="90"| name="3"| clear="2" name="a"| name=" x"',
  ' name=" "| clear=\'20\'| time="60"| level="1"| open="1&#48;"|  open="9"| xmlns:openrally="urn:x"| open="1" open="2"',
);
const drawing = mostly(
  '<![CDATA[data:image/png;base64,iVBORw0KGgo=]]>|<![CDATA[<svg>]</svg>]]>|<![CDATA[<svg/> ]]>',
  '<![CDATA[ <svg/>]]>|<![CDATA[]]>|<![CDATA[<a>]]>b<![CDATA[</a>]]>|<![CDATA[<a>]]]]><![CDATA[></a>]]>|words|iVBORw0KGgo',
);
const prefix = fc.constantFrom(...Array(12).fill('openrally:'), 'o:', '');

const element = fc.oneof(
  fc.tuple(
    prefix,
    mostly('distance|cap|speed|danger', 'stop|reset|twodanger|fuel|dz'),
    fc.constant(''),
    figure,
  ),
  fc.tuple(
    prefix,
    mostly('wpm|dz|fz|dss|fuel', 'dnz|unknown|cap|neutralization'),
    attributes,
    fc.constant(''),
  ),
  fc.tuple(prefix, mostly('tulip|notes', 'cap|dz'), mostly('', ' x="1"'), drawing),
);
const words = mostly(
  '||<name>1</name>|<name>012</name>|<ele>3.5</ele>|<name>2</name> <desc>Fork</desc>|<name>2</name><desc>S=50 O= C= T= N=</desc>',
  '<name>Day_2</name>|<name/>|<ele>x</ele>|<desc> </desc>|<desc>!!!</desc>|<sym>WPM</sym>|<cmt>Left</cmt>|<desc>a &amp; b</desc>|x',
);
const point = fc
  .record({
    place: mostly(
      'lat="1" lon="2"|lat="-1.5" lon="-170.25"',
      'lat="0" lon="0"|lat="91" lon="2"|lon="2" lat="1"|lat="1"',
    ),
    words,
    elements: fc.array(element, { maxLength: 4 }),
    gap: fc.constantFrom('', '\n  ', ' \r\n'),
  })
  .map(({ place, words, elements, gap }) => {
    const inner = elements.map(([prefix, name, attributes, content]) => {
      const tag = `${prefix}${name}`;
      return content === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
    });
    return `<wpt ${place}>${words}${gap}<extensions>${inner.join(gap)}</extensions>${gap}</wpt>`;
  });
const document = fc
  .record({
    points: fc.array(point, { minLength: 1, maxLength: 4 }),
    units: mostly('metric', 'statute').map((one) => `<openrally:units>${one}</openrally:units>`),
  })
  .map(({ points, units }) => gpx(points.join('\n'), units));

/** FUZZ_RUNS widens the run: `npm run fuzz` sets it. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 1000);

describe('the plain reading', () => {
  it('means what the elements mean, in every sample', () => {
    for (const folder of ['../../../roadbooks', '../../fixtures/openrally', '../../fixtures/gpx']) {
      const path = join(import.meta.dirname, folder);
      for (const name of readdirSync(path).filter((one) => one.endsWith('.gpx')))
        agree(readFileSync(join(path, name), 'utf8'));
    }
  });

  it('means what the elements mean, in waypoints made of pieces', () => {
    fc.assert(fc.property(document, agree), { numRuns, seed: 20_261_123 });
  });
});
