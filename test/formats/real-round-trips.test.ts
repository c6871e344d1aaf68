import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { noteFieldNames, noteFields, roadbookFieldNames, roadbookFields } from '../../src/formats/carries.ts';
import type { Format, FormatName, WriteOptions } from '../../src/formats/format.ts';
import { readRoadbook } from '../../src/formats/read.ts';
import { formats } from '../../src/formats/registry.ts';
import type { Roadbook } from '../../src/model/roadbook.ts';
import { shared } from '../shared.ts';
import { saidFields } from '../support/lost.ts';

/**
 * What real files hold, written and read again: every field that is another then, also one that was empty before, is named
 * by a loss, and every loss names a field that is another.
 */
const files = ['corpus/openrally', 'corpus/gpx', 'corpus/rn2', 'openrally/examples'].flatMap(filesIn);

function filesIn(folder: string): string[] {
  const found = shared(folder);
  if (found === null) return [];
  return readdirSync(found)
    .map((name) => join(found, name))
    .filter((path) => /\.(?:gpx|rn2)$/.test(path) && statSync(path).size < 3_000_000);
}

const ways: readonly (readonly [string, FormatName, WriteOptions])[] = [
  ['native', 'native', {}],
  ['json', 'json', {}],
  ['openrally', 'openrally', {}],
  ['openrally extended', 'openrally', { extended: true }],
  ['openrally 1.0.0', 'openrally', { openrallyVersion: '1.0.0' }],
  ['plain gpx', 'gpx', {}],
  ['orb instructions', 'orb', { orbDialect: 'instructions' }],
  ['orb entries', 'orb', { orbDialect: 'entries' }],
  ['csv', 'csv', {}],
];

async function formatOf(name: FormatName): Promise<Format> {
  const entry = formats.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no format ${name}`);
  return (await entry.load()).format;
}

/** `event`, `3 cap`: what is not as it was. Notes are named by their numbers, as losses name them. */
function different(before: Roadbook, after: Roadbook): string[] {
  const ofRoadbook = roadbookFieldNames.filter(
    (field) => !same(roadbookFields[field].value(before), roadbookFields[field].value(after)),
  );
  const ofNotes = before.notes.flatMap((note, i) => {
    const again = after.notes[i];
    if (again === undefined) return [`${note.number} is gone`];
    return noteFieldNames
      .filter((field) => !same(noteFields[field].value(note), noteFields[field].value(again)))
      .map((field) => `${note.number} ${field}`);
  });
  const more = after.notes.slice(before.notes.length).map(({ number }) => `${number} is new`);
  return [...new Set([...ofRoadbook, ...ofNotes, ...more])].sort();
}

function same(before: unknown, after: unknown): boolean {
  return isDeepStrictEqual(plain(before), plain(after));
}

/** No list of nothing differs from another, and what is kept is in no order. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  if (value.every((item) => item === null)) return null;
  return typeof value[0] === 'object' ? value.map((item) => JSON.stringify(item)).sort() : value;
}

/** What a writer adds in the place of what it says is lost: the drawing of a tulip, the tag of a reset. */
const standIns = [
  ['tulip-picture', 'tulip'],
  ['kept', 'reset'],
] as const;

function isStandIn(one: string, said: readonly string[]): boolean {
  return standIns.some(
    ([added, lost]) => one.endsWith(` ${added}`) && said.includes(one.replace(added, lost)),
  );
}

describe.skipIf(files.length === 0)('real files', () => {
  test.each(files.map((path) => [path.split('/').slice(-2).join('/'), path]))('%s', async (_, path) => {
    const { roadbook } = await readRoadbook(readFileSync(path), path);
    if (roadbook === null) return;
    for (const [way, name, options] of ways) {
      const written = (await formatOf(name)).write?.(roadbook, options);
      const again = await readRoadbook(Buffer.from(written?.text ?? ''), 'again');
      if (again.roadbook === null) throw new Error(`what ${way} wrote does not read`);
      const said = saidFields(written?.losses ?? []);
      const found = different(roadbook, again.roadbook).filter(
        (one) => said.includes(one) || !isStandIn(one, said),
      );
      expect([way, ...found]).toEqual([way, ...said]);
    }
  });
});
