import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { Io } from '../../src/commands/command.ts';
import { type WarningOptions, warner } from '../../src/commands/warner.ts';
import { start } from '../../src/nav/state.ts';
import { crew } from '../../src/tui/crew.ts';
import { looksOf } from '../../src/tui/look.ts';
import { stageOf } from '../support/drive.ts';

const stage = stageOf([{ distance: 0 }, { distance: 1000, danger: 1 }, { distance: 2000 }]);
const io: Io = {
  stdin: new PassThrough(),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  env: {},
  cwd: '/',
};

/** The lines the cockpit shows on the way from one place to another, and how often it rings. */
function shown(options: WarningOptions, from: number, to: number) {
  const near = options.warn?.[0] ?? 300;
  const { hear } = warner(stage, options, near, io);
  const drive = crew(stage, start(stage, { nearMetres: near }), { warnings: hear });
  const lines: string[] = [];
  let rings = 0;
  let before = drive.picture({ name: '', rate: null, ended: false }, looksOf(true)).ui.said[0];
  for (let raw = 0; raw <= to; raw++) {
    drive.hear({ type: 'wheel', t: raw * 40, raw });
    const rang = drive.rings();
    const [last] = drive.picture({ name: '', rate: null, ended: false }, looksOf(true)).ui.said;
    if (raw >= from && last && last !== before) lines.push(last.text);
    if (raw >= from && rang) rings++;
    before = last;
  }
  return { lines, rings };
}

it('the cockpit shows a sign at each distance, once', () => {
  expect(shown({ warn: [500, 200] }, 100, 900).lines).toEqual([
    'Note 2 in 500 m: danger !',
    'Note 2 in 200 m: danger !',
  ]);
});

it('rings for dangers, and for every note with --bell', () => {
  expect(shown({ warn: [500, 200] }, 1100, 1900)).toMatchObject({ rings: 0 });
  expect(shown({ warn: [500, 200], bell: true }, 1100, 1900)).toMatchObject({ rings: 2 });
});
