import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTerminal } from '../support/pty.ts';

const stage = 'roadbooks/shakedown.roadbook.yaml';
const rehearse = (...args: string[]) =>
  inTerminal('node', ['bin/roadbook.js', 'rehearse', stage, '--quiet', ...args], {
    columns: 100,
    rows: 30,
    env: { XDG_DATA_HOME: mkdtempSync(join(tmpdir(), 'roadbook-')) },
  });

test('recall hides the note until it is called, asks, and shows the score at the end', async () => {
  const at = rehearse('--drill', 'recall', '--speed', '2x');
  await at.shows(/Space shows the next note; then y/);
  // The second note's own words, which the first screen of a drive shows.
  expect(at.text()).not.toContain('cairn on R');
  // The hints name the drill's own keys.
  expect(at.text()).toMatch(/ space call {2}p pause /);
  const before = at.text();
  at.type(' ');
  await at.shows(/Note 2: (early|good|late), [\d.]+ s before/);
  expect(at.text()).toMatch(/ y I knew it {2}n I did not /);
  expect(at.text()).not.toBe(before);
  at.type('+');
  await at.shows(/Not in a rehearsal/);
  at.type('y');
  await at.shows(/Note 2: known/);
  await at.shows(/recall \d+ %: /);
  // No way round by the palette.
  at.type(':set');
  await at.shows(/nothing of that name/);
  at.type('\x03');
  await at.shows(/Quit the rehearsal\?/);
  at.type('y');
  expect(await at.exited).toMatchObject({ exitCode: 0 });
  expect(at.screen.buffer.active.type).toBe('normal');
  expect(at.text().replace(/\s+/g, ' ')).toMatch(/Shakedown Tin Ouzal, recall \d+ %: .*first of its kind/);
});

test('no-cap tells the CAP at the note, and at the end q needs no second key', async () => {
  const at = rehearse('--drill', 'no-cap', '--speed', '16x', '--notes', '1-3', '--paused');
  await at.shows(/Space when you would call the next note, with its CAP/);
  at.type('p ');
  await at.shows(/Note 2, called (early|good|late): CAP \d{3}/);
  await at.shows(/The rehearsal is over; q shows the score/);
  expect(at.text()).not.toContain(' space call ');
  at.type('q');
  expect(await at.exited).toMatchObject({ exitCode: 0 });
});

test('lost says where the car goes, and knows a false alarm', async () => {
  const at = rehearse('--drill', 'lost', '--seed', '2', '--speed', '8x');
  await at.shows(/The car goes /);
  at.type('l');
  await at.shows(/That was the right way|Noticed after/);
  at.type('q');
  await at.shows(/Quit the rehearsal\?/);
  at.type('y');
  expect(await at.exited).toMatchObject({ exitCode: 0 });
});
