import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeGpx } from '../../../src/formats/gpx/write.ts';
import { writeKml } from '../../../src/formats/kml/write.ts';
import { parseXml } from '../../../src/formats/xml/saxes.ts';
import { complete } from '../../../src/model/complete.ts';
import type { RoadbookDraft } from '../../../src/model/roadbook.ts';
import { anyRoadbook } from '../../support/arbitrary-roadbook.ts';
import { read } from '../openrally/read.ts';

const stage: RoadbookDraft = {
  event: 'Erfoud shakedown',
  stage: { number: '2', name: 'Erfoud – Merzouga' },
  description: 'Invented <b>stage</b>',
  notes: [
    {
      distance: 0,
      at: { latitude: 31.4302, longitude: -4.2301, elevation: 801 },
      waypoints: [{ type: 'DSS' }],
      cap: 92,
    },
    {
      distance: 3180,
      at: { latitude: 31.42, longitude: -4.2 },
      waypoints: [{ type: 'WPM', name: '12', open: 800, clear: 90 }],
      danger: 2,
      text: "R in <oued> & keep l'HP",
      symbols: ['small-wadi'],
    },
    {
      distance: 7050,
      waypoints: [{ type: 'DN', seconds: 900 }, { type: 'DZ' }],
      limitKmh: 50,
      services: ['fuel'],
      reset: 0,
      stopSeconds: 3,
    },
  ],
  track: [
    [
      { latitude: 31.4302, longitude: -4.2301, elevation: 801 },
      { latitude: 31.42, longitude: -4.2 },
    ],
  ],
};

function book() {
  const { roadbook } = complete(structuredClone(stage), () => null);
  if (roadbook === null) throw new Error('no roadbook');
  return roadbook;
}

describe('maps', () => {
  it('GPX is the golden file, and reads back as far as it carries', async () => {
    const { text } = writeGpx(book());
    await expect(text).toMatchFileSnapshot('../../golden/maps/stage.gpx');
    const { book: again, format, said } = read(text);
    expect([format, said]).toEqual(['gpx', []]);
    expect(
      again.notes.map(({ number, text, waypoints, at }) => [number, text, waypoints.map((w) => w.type), at]),
    ).toEqual(
      book().notes.map(({ number, text, waypoints, at }) => [number, text, waypoints.map((w) => w.type), at]),
    );
    expect(again.track).toEqual(book().track);
  });

  it('KML is the golden file', async () => {
    await expect(writeKml(book()).text).toMatchFileSnapshot('../../golden/maps/stage.kml');
  });

  it('whatever stands in a roadbook, both are well-formed and nothing gets out of its place', () => {
    fc.assert(
      fc.property(anyRoadbook(), (roadbook) => {
        for (const { text } of [writeGpx(roadbook), writeKml(roadbook)]) {
          const elements = new Set<string>();
          const problems: string[] = [];
          parseXml(text, {
            open: (name) => elements.add(name),
            text() {},
            close() {},
            instruction() {},
            problem: ({ message }) => problems.push(message),
          });
          expect(problems).toEqual([]);
          expect([...elements].filter((name) => !known.has(name))).toEqual([]);
        }
      }),
      { seed: 9, numRuns: 150 },
    );
  });

  it('words of a file are no markup in the page that shows a KML description', () => {
    const { text } = writeKml({ ...book(), description: '<img src=x onerror=alert(1)> & more' });
    let page = '';
    let isDescription = false;
    parseXml(text, {
      open: (name) => (isDescription = name === 'description'),
      text: (data) => (page += isDescription ? data : ''),
      close: () => (isDescription = false),
      instruction() {},
      problem() {},
    });
    expect(page).toContain('&lt;img src=x onerror=alert(1)> &amp; more');
  });
});

const known = new Set([
  ...['gpx', 'metadata', 'name', 'desc', 'extensions', 'wpt', 'ele', 'cmt', 'type', 'trk', 'trkseg', 'trkpt'],
  ...['kml', 'Document', 'description', 'Style', 'LineStyle', 'color', 'width', 'Folder', 'Placemark'],
  ...['Point', 'coordinates', 'styleUrl', 'LineString', 'tessellate'],
]);
