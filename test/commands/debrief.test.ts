import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inProcess, root } from '../support/run.ts';

const shakedown = `${root}roadbooks/shakedown.roadbook.yaml`;
let folder: string;
let journal: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadbook-'));
  journal = join(folder, 'run.journal');
  await writeFile(join(folder, 'own.roadbook.yaml'), await readFile(shakedown));
  await inProcess(['drive', 'own.roadbook.yaml', '--headless', '--journal', journal], { cwd: folder });
}, 20_000);

async function json(...args: string[]) {
  const { stdout, stderr, code } = await inProcess(['debrief', ...args, '--format', 'json']);
  return { debrief: stdout === '' ? null : JSON.parse(stdout), stderr, code };
}

it('finds the roadbook that was driven by itself', async () => {
  const { debrief, code } = await json(journal);
  expect(code).toBe(0);
  expect(debrief).toMatchObject({ debrief: 1, finished: true, title: 'Stage 0 · Shakedown Tin Ouzal' });
});

it('takes a roadbook for its newest run', async () => {
  const env = { XDG_STATE_HOME: folder };
  const before = await inProcess(['debrief', shakedown], { env });
  expect(before).toMatchObject({ code: 2, stderr: expect.stringContaining('drive it first') });
  const runs = join(folder, 'roadbook', 'runs');
  const { readRoadbook } = await import('../../src/formats/read.ts');
  const { compile } = await import('../../src/stage/compile.ts');
  const { roadbook } = await readRoadbook(await readFile(shakedown), shakedown);
  if (!roadbook) throw new Error('unread');
  for (const [time, crew] of [
    ['20261012T074000Z-0001', 'auto'],
    ['20261013T074000Z-0002', 'none'],
  ] as const) {
    const path = join(runs, `${compile(roadbook).fingerprint}-${time}.journal`);
    await inProcess(['drive', shakedown, '--headless', '--crew', crew, '--journal', path]);
  }
  const { stdout, code } = await inProcess(['debrief', shakedown, '--format', 'json'], { env });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).calls).toEqual([]);
});

describe('refuses', () => {
  it('a journal whose roadbook has changed since', async () => {
    const changed = join(folder, 'changed.roadbook.yaml');
    await writeFile(changed, (await readFile(shakedown, 'utf8')).replace('km: 1.54', 'km: 1.55'));
    const { code, stderr } = await json(journal, '--roadbook', changed);
    expect(stderr).toMatch(/has changed since: --roadbook names the one that was driven/);
    expect(code).toBe(2);
  });

  it('a journal of another stage', async () => {
    const { code, stderr } = await json(journal, '--roadbook', `${root}roadbooks/desert-day.roadbook.yaml`);
    expect(stderr).toContain('is another stage');
    expect(code).toBe(2);
  });

  it('a journal whose roadbook is gone, and says how to name it', async () => {
    const lost = join(folder, 'lost.journal');
    await writeFile(join(folder, 'gone.roadbook.yaml'), await readFile(shakedown));
    await inProcess(['drive', join(folder, 'gone.roadbook.yaml'), '--headless', '--journal', lost]);
    await writeFile(join(folder, 'gone.roadbook.yaml'), 'roadbook: 1\nnotes: [{km: 0}, {km: 1}]\n');
    expect((await json(lost)).stderr).toMatch(/--roadbook/);
    expect((await json(lost, '--roadbook', shakedown)).code).toBe(0);
  });

  it('a damaged journal', async () => {
    const damaged = join(folder, 'damaged.journal');
    const bytes = await readFile(journal, 'utf8');
    await writeFile(damaged, bytes.replace('"wheel"', '"whale"'));
    const { code, stderr } = await json(damaged);
    expect(stderr).toMatch(/line \d+ is damaged/);
    expect(code).toBe(2);
  });
});

it('says that the end of a torn journal is left out', async () => {
  const torn = join(folder, 'torn.journal');
  await writeFile(torn, await readFile(journal));
  await appendFile(torn, '999 0000');
  const { stderr, code } = await json(torn);
  expect(stderr).toContain('8 bytes of an unfinished line');
  expect(code).toBe(0);
});

it('writes a page, and overwrites it only by force', async () => {
  const file = join(folder, 'run.html');
  const args = ['debrief', journal, '--format', 'html', '-o', file];
  expect((await inProcess(args)).code).toBe(0);
  expect(await readFile(file, 'utf8')).toMatch(/^<!doctype html>/);
  expect(await inProcess(args)).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') });
  expect((await inProcess([...args, '--force'])).code).toBe(0);
});
