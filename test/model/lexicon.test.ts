import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  abbreviationFromRn2,
  abbreviationFromTulipGlyph,
  symbolFromOrb,
  symbolFromRn2,
  symbolFromTulipGlyph,
} from '../../src/model/foreign-symbols.ts';
import { abbreviationOf, allAbbreviations, symbolNamed, symbolOf, symbols } from '../../src/model/lexicon.ts';
import { shared } from '../shared.ts';

test('every symbol and abbreviation has words in English, French and Spanish', () => {
  const all = [...symbols.map((s) => s.words), ...allAbbreviations.flatMap((a) => a.meanings)];
  for (const words of all) {
    expect(Object.keys(words)).toEqual(['en', 'fr', 'es']);
    for (const word of Object.values(words)) expect(word.trim()).toMatch(/^.{1,60}$/);
  }
});

test('ids are kebab-case, once each, and have a short form of at most six characters', () => {
  const ids = symbols.map((s) => s.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, short } of symbols) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(short).toMatch(/^[\x20-\x7e]{1,6}$/);
  }
});

test('limits and distances exist for any number', () => {
  expect(symbolOf('speed-50')).toMatchObject({ short: '50', words: { en: 'limit 50', fr: 'limite 50' } });
  expect(symbolOf('speed-50-end')?.words.en).toBe('end of limit 50');
  expect(symbolOf('distance-150')?.words.es).toBe('150 metros');
  expect(symbolOf('distance-150-end')).toBeNull();
  expect(symbolOf('constructor')).toBeNull();
});

test('DN is a dune and a neutralisation; kpL reads in any case, but a lone letter only as a capital', () => {
  expect(abbreviationOf('DN')?.meanings.map((m) => m.en)).toEqual(['dune', 'start of the neutralisation']);
  expect(abbreviationOf('KpL')?.code).toBe('kpL');
  expect(abbreviationOf('A')?.code).toBe('A');
  expect(abbreviationOf('a')).toBeNull();
  expect(abbreviationOf('XYZ')).toBeNull();
});

test.each([
  ['house', 'house'],
  ['Palm tree', 'palm-tree'],
  ['PALMIER', 'palm-tree'],
  ['église', 'church'],
  ['eglise', 'church'],
  ['línea eléctrica', 'electric-line'],
  ['spaceship', null],
])('the symbol named %s is %s', (name, id) => {
  expect(symbolNamed(name)).toBe(id);
});

describe('names of other programs', () => {
  test.each([
    ['./assets/svg/glyphs/small-wadi.svg', 'small-wadi', null],
    ['file:///home/x/glyphs/cliff7.svg', 'cliff', null],
    ['C:\\glyphs\\narrow-red.svg', 'narrow', null],
    ['wading_water-cross', 'water-crossing', null],
    ['speed-50-end.svg', 'speed-50-end', null],
    ['distance150', 'distance-150', null],
    ['danger-3-global', 'danger-3-global', null],
    ['ru_road_sign_1.20.3', 'road-narrows', null],
    ['abbr-kpL', null, 'kpL'],
    ['abbr-P--', null, 'P--'],
    ['always', null, 'TJS'],
    ['CAP-A', null, 'CAP-A'],
    ['missing-glyph', null, null],
    ['toString', null, null],
  ])('Tulip glyph %s', (glyph, symbol, abbreviation) => {
    expect(symbolFromTulipGlyph(glyph)).toBe(symbol);
    expect(abbreviationFromTulipGlyph(glyph)).toBe(abbreviation);
  });

  test.each([
    [{ id: '79f8c10f-d67b-4ba5-bf12-6a801ed79ed3', name: 'Bajo puente' }, 'under-bridge', null],
    [{ id: 'x', name: 'House' }, 'house', null],
    [{ id: 'x', name: 'Danger', gpx_tags: '<openrally:danger>2</openrally:danger>' }, 'danger-2', null],
    [{ id: 'x', gpx_tags: "<dz open='${open}' clear='${clear}'/>" }, 'speed-start', null],
    [{ id: 'x', gpx_tags: '<speed>40</speed>' }, 'speed-40', null],
    [{ name: 'Fin de limitation de vitesse 40' }, 'speed-40-end', null],
    [{ name: 'Speed Limit 90 End' }, 'speed-90-end', null],
    [{ name: '150 meters' }, 'distance-150', null],
    [{ name: 'Landmark Tree' }, 'tree', null],
    [{ name: 'River / Water' }, 'river', null],
    [{ name: 'Keep Straight' }, null, 'kpS'],
    [{ id: 'F5150126-0382-4C34-B851-16A1600AE955', name: 'Izquierda' }, null, 'L'],
    [{ name: 'Flying saucer' }, null, null],
    [{}, null, null],
  ])('Rally Navigator icon %j', (icon, symbol, abbreviation) => {
    expect(symbolFromRn2(icon)).toBe(symbol);
    expect(abbreviationFromRn2(icon)).toBe(abbreviation);
  });

  test.each([
    ['danger2', 'danger-2'],
    ['roundabout.exit_2', 'roundabout'],
    ['traffic_light', 'traffic-light'],
    ['turn_left', null],
  ])('OpenRoadBook id %s', (id, symbol) => {
    expect(symbolFromOrb(id)).toBe(symbol);
  });

  const list = shared('symbols.md');
  test.skipIf(list === null)('every glyph of the Tulip editor is known', async () => {
    const text = await readFile(list ?? '', 'utf8');
    const section = text.slice(text.indexOf('### Route Details'), text.indexOf('### Files present in'));
    const glyphs = [...section.matchAll(/`([\w.-]+)` [^,`]/g)].map((match) => match[1] ?? '');
    expect(glyphs.length).toBeGreaterThan(250);
    const unknown = glyphs.filter((g) => !symbolFromTulipGlyph(g) && !abbreviationFromTulipGlyph(g));
    expect(unknown).toEqual([]);
  });
});
