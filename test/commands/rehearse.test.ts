import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inProcess, root } from '../support/run.ts';

const shakedown = `${root}roadbooks/shakedown.roadbook.yaml`;
let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'roadbook-'));
});

async function rehearse(args: readonly string[], input = '') {
  const { code, stdout, stderr } = await inProcess(['rehearse', ...args], {
    env: { XDG_DATA_HOME: home },
    input,
  });
  return { code, stdout, stderr };
}

const presses = [10_000, 30_000, 40_000].map((t) => JSON.stringify({ t, press: 'call' })).join('\n');
const headless = [shakedown, '--headless', '--presses', '-', '--notes', '1-6'];

it('marks the presses and adds them up', async () => {
  const { code, stdout } = await rehearse(headless, presses);
  expect(code).toBe(0);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(
    lines
      .slice(0, -1)
      .map(({ note }) => note)
      .sort(),
  ).toEqual([2, 3, 4, 5, 6]);
  expect(lines[0]).toMatchObject({ mark: 'call', seconds: expect.any(Number), t: expect.any(Number) });
  expect(lines.at(-1).summary).toMatchObject({ drill: 'call', points: expect.any(Number) });
});

it('keeps the scores, compares them and shows them', async () => {
  expect((await rehearse(headless, presses)).stderr).toContain('the first of its kind');
  expect((await rehearse(headless, presses)).stderr).toMatch(/\d+ % the last time, \d+ % the best of 1/);
  // Another part of it is another thing.
  const part = [...headless.slice(0, -1), '2-5'];
  expect((await rehearse(part, presses)).stderr).toContain('the first of its kind');
  expect((await rehearse(['--history'])).stdout.trimEnd().split('\n')).toHaveLength(3);
  const { stdout: others } = await rehearse(['--history', `${root}roadbooks/desert-day.gpx`]);
  expect(others).toBe('nothing was rehearsed yet\n');
  const { stdout } = await rehearse(['--history', shakedown]);
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  expect(stdout).toMatch(/call\s+\d+ % {2}Stage 0 · Shakedown Tin Ouzal, notes 1–6/);
  // Nothing is left beside the file.
  expect(await readdir(join(home, 'roadbook'))).toEqual(['rehearsals.json']);
});

it('keeps nothing of a rehearsal without a press', async () => {
  expect((await rehearse(headless, '')).stderr).toContain('not kept: nothing was pressed');
  expect((await rehearse(['--history'])).stdout).toBe('nothing was rehearsed yet\n');
});

it('puts a damaged history aside and says so', async () => {
  await mkdir(join(home, 'roadbook'), { recursive: true });
  await writeFile(join(home, 'roadbook', 'rehearsals.json'), '{"rehearsals":1,"entries":[{}]}');
  const { stderr, code } = await rehearse(headless, presses);
  expect(stderr).toMatch(/cannot be understood: it is now .*rehearsals\.json\.damaged/);
  expect(code).toBe(0);
  expect(await readFile(join(home, 'roadbook', 'rehearsals.json.damaged'), 'utf8')).toContain('{}');
});

it('of a folder rehearses the stage that needs it most', async () => {
  const folder = join(home, 'stages');
  await mkdir(folder);
  await writeFile(join(folder, 'a.roadbook.yaml'), await readFile(shakedown));
  await writeFile(
    join(folder, 'b.roadbook.yaml'),
    'roadbook: 1\nstage: {name: B}\nnotes: [{km: 0}, {km: 1}, {km: 2}]\n',
  );
  const titles: string[] = [];
  for (let i = 0; i < 2; i++) {
    const { stdout } = await rehearse([folder, '--headless', '--presses', '-'], presses);
    titles.push(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '').summary.title);
  }
  expect(titles.sort()).toEqual(['B', 'Stage 0 · Shakedown Tin Ouzal']);
});

it('asks the quiz on any line of answers', async () => {
  const args = [shakedown, '--drill', 'quiz', '--seed', '4', '--count', '3', '--language', 'es'];
  const { stdout, code } = await rehearse(args, '1\n1\n1\n');
  expect(code).toBe(0);
  expect(stdout.match(/^> (right|no: )/gm)).toHaveLength(3);
  expect(stdout).toMatch(/\d of 3 right, \d+ % \(the first of its kind\)/);
  expect((await rehearse(args, '')).stdout).not.toContain('right,');
  // What is no answer is asked again, not counted.
  const again = (await rehearse(args, '7\nwhat\n\n1\nq\n')).stdout;
  expect(again.match(/1 to 4, or q to end/g)).toHaveLength(3);
  expect(again).toMatch(/\d of 1 right/);
});

describe('a wrong call', () => {
  it.each([
    [[shakedown, '--drill', 'recal'], '', /Did you mean 'recall'/],
    [[shakedown, '--notes', '40'], '', /40-60/],
    [[shakedown, '--notes', '400-500', '--headless'], '', /no two notes/],
    [['nothing.gpx'], '', /no such file/],
    [[], '', /name a roadbook/],
    [headless, '{"t":1,"press":"cal"}', /line 1: not a press/],
    [headless, 'what', /line 1: not a press/],
  ])('%j %s', async (args, input, message) => {
    const { code, stderr } = await rehearse(args, input);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
