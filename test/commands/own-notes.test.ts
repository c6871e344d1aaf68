import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownNotes } from '../../src/commands/own-notes.ts';
import { stageOf } from '../support/drive.ts';

const stage = stageOf([{ distance: 0 }, { distance: 420 }, { distance: 900 }]);
const roadbook = 'stage.gpx';
const sidecar = 'stage.gpx.notes.yaml';
let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-own-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const never = (trouble: string) => expect.fail(trouble);

async function opened(file = roadbook, on = stage) {
  const stderr = new PassThrough();
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, env: {}, cwd };
  const own = await ownNotes(file, on, io);
  stderr.end();
  return { ...own, said: await text(stderr) };
}

test('what the crew wrote is there the next time, hostile words and all', async () => {
  const words = 'slow: "2" {q} \u001b[2J\u202e #';
  const first = await opened();
  first.keep(new Map([[1, { text: 'old', marked: false }]]), never);
  first.keep(new Map([[1, { text: words, marked: true }]]), never);
  await first.done();
  const content = await readFile(join(cwd, sidecar), 'utf8');
  expect(content).toContain('- { note: 2, distance: 420, mark: true, text: "slow: ');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may stand in the file
  expect(content).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  const second = await opened();
  expect([...second.own]).toEqual([[1, { text: words, marked: true }]]);
  expect(second.said).toBe('');
});

test('a new edition keeps what still fits, by distance where the numbers moved, and says so', async () => {
  const first = await opened();
  first.keep(
    new Map([
      [1, { text: 'cairn', marked: false }],
      [2, { text: 'gone', marked: false }],
    ]),
    never,
  );
  await first.done();
  const edition = stageOf([{ distance: 0 }, { distance: 300 }, { distance: 420 }, { distance: 950 }]);
  const second = await opened(roadbook, edition);
  expect(second.own.get(2)).toEqual({ text: 'cairn', marked: false });
  expect(second.own.size).toBe(1);
  expect(second.said).toMatch(/written on another edition[\s\S]*1 of your notes fit no note/);
  second.keep(second.own, never);
  await second.done();
  expect(await readFile(join(cwd, sidecar), 'utf8')).toContain('text: "gone"');
});

test.each(['notes: [', 'roadbook-notes: 2\n', 'a: &a [*a]', '\u0000'])(
  'a file that is no file of notes is said and never written over: %j',
  async (content) => {
    await writeFile(join(cwd, sidecar), content);
    const { own, keep, done, said } = await opened();
    expect(own.size).toBe(0);
    expect(said).toContain('it is left as it is');
    const troubles: string[] = [];
    keep(new Map([[0, { text: 'x', marked: false }]]), (trouble) => troubles.push(trouble));
    await done();
    expect(troubles).toEqual([expect.stringContaining('cannot be read')]);
    expect(await readFile(join(cwd, sidecar), 'utf8')).toBe(content);
  },
);

test('a roadbook from standard input has nothing beside it, and that is said', async () => {
  const troubles: string[] = [];
  const { keep } = await opened('-');
  keep(new Map([[0, { text: 'x', marked: false }]]), (trouble) => troubles.push(trouble));
  expect(troubles).toEqual([expect.stringContaining('no file')]);
});
