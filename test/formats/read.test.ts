import { describe, expect, test } from 'vitest';
import { byName, readRoadbook } from '../../src/formats/read.ts';
import { formats } from '../../src/formats/registry.ts';

const rn2 = '{"route":{"name":"x","waypoints":[]}}';
const native = 'roadbook: 1\nnotes:\n  - km: 0\n';

describe('the content decides the format, not the name', () => {
  test.each([
    ['native', native, 'stage.gpx'],
    ['native', `\ufeff# a comment first\n\n---\n${native}`, 'stage.txt'],
    ['native', '\n\n  \n"notes":\n- km: 0\n', '-'],
    ['json', '  {"event": "x", "notes": []}', 'stage.yaml'],
    ['json', '{"notes":[{"km":0}],"roadbook":1}', '-'],
    ['rn2', rn2, 'stage.gpx'],
    ['rn2', `\ufeff \r\n${rn2}`, 'stage.roadbook.yaml'],
    ['gpx', '<?xml version="1.0"?>\n<!-- x -->\n<gpx><wpt lat="1" lon="2"/></gpx>', 'stage.rn2'],
  ])('%s: %j in %s', async (format, text, file) => {
    expect((await readRoadbook(Buffer.from(text), file)).format).toBe(format);
  });

  test.each(['utf16le', 'utf-16be'] as const)('in %s', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${native}`, 'utf16le');
    const { format, roadbook } = await readRoadbook(encoding === 'utf16le' ? bytes : bytes.swap16(), 'a');
    expect([format, roadbook?.notes.length]).toEqual(['native', 1]);
  });
});

test('the name decides where the content says nothing', async () => {
  const { format, diagnostics } = await readRoadbook(Buffer.from('- a list\n'), 'a.roadbook.yaml');
  expect([format, diagnostics[0]?.rule]).toEqual(['native', 'not-a-roadbook']);
});

test.each([
  ['<!DOCTYPE html>\n<html lang="en">', 'a web page'],
  ['<?xml version="1.0"?><kml xmlns="x"/>', 'XML with the root element <kml>'],
  ['hello world\nsecond line', 'text that begins “hello world”'],
  ['foo: 1\nbar: 2\n', 'YAML with the keys foo, bar'],
  ['{"a": {"b": 1}, "c": 2}', 'JSON with the keys a, c'],
  ['[1, 2]', 'a JSON list'],
  ['\u001b[31mred', 'text that begins “\\u{1b}[31mred”'],
])('%j: what was found is said, and what is accepted', async (text, found) => {
  const { roadbook, diagnostics } = await readRoadbook(Buffer.from(text), 'file');
  expect(roadbook).toBeNull();
  expect(diagnostics).toHaveLength(1);
  const [one] = diagnostics;
  expect([one?.rule, one?.message]).toEqual([
    'unknown-format',
    `this is not a roadbook of a known format: it is ${found}`,
  ]);
  for (const { title, reads } of formats) if (reads) expect(one?.help).toContain(title);
});

test.each([
  ['<?xml version="1.0"?><kml xmlns="x"/>', 'stage.gpx', 'unknown-format', 'XML with the root element <kml>'],
  ['<!DOCTYPE html><html/>', 'stage.gpx', 'unknown-format', 'a web page'],
  ['{"type": "FeatureCollection"}', 'stage.gpx', 'unknown-format', 'JSON with the keys type'],
  ['%PDF-1.7\n1 0 obj', 'stage.gpx', 'binary-file', 'a PDF'],
  ['PK\u0003\u0004\u0014', 'stage.gpx', 'binary-file', 'a ZIP archive'],
])('%j in %s is what it is, whatever its name says', async (text, file, rule, found) => {
  const { roadbook, diagnostics } = await readRoadbook(Buffer.from(text), file);
  expect(roadbook).toBeNull();
  expect(diagnostics.map((one) => one.rule)).toEqual([rule]);
  expect(diagnostics[0]?.message).toContain(found);
});

test.each([
  ['', 'empty-file'],
  [' \t\r\n', 'empty-file'],
  ['\ufeff', 'empty-file'],
  ['a\0b', 'binary-file'],
])('%j is %s', async (text, rule) => {
  const { roadbook, diagnostics } = await readRoadbook(Buffer.from(text), 'a.gpx');
  expect(roadbook).toBeNull();
  expect(diagnostics.map((d) => d.rule)).toEqual([rule]);
});

test('every format has a name of its own, and its extensions lead to it', () => {
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
  for (const { name, extensions } of formats) {
    for (const extension of extensions) {
      expect(extension).toMatch(/^\.[\w.]+$/);
      expect(
        formats.some((other) => other === byName(`STAGE${extension.toUpperCase()}`)),
        name,
      ).toBe(true);
    }
  }
});
