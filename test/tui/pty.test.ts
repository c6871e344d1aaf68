// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a terminal is sent

import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyTable } from '../../src/tui/keys.ts';
import { inTerminal } from '../support/pty.ts';
import { root } from '../support/run.ts';

const drive = ['bin/roadbook.js', 'drive', 'roadbooks/shakedown.roadbook.yaml', '--quiet', '--no-journal'];
const shell = (...lines: string[]) => ['--norc', '--noprofile', '-c', lines.join('\n')] as const;
const leave = /\x1b\[\?7h\x1b\[\?25h\x1b\[\?1049l/;

test('from the shell into the cockpit and back: keys act, the window may change, the terminal is as before', async () => {
  const at = inTerminal(
    'bash',
    shell('echo before', `node ${drive.join(' ')}`, 'echo "after: $?"', 'stty -a'),
  );
  await at.shows(/TOTAL +0\.0[1-9]/);
  expect(at.screen.buffer.active.type).toBe('alternate');
  expect(at.text()).toContain('Shakedown Tin Ouzal');
  at.type('z');
  await at.shows(/FROZEN/);
  at.type('}');
  await at.shows(/Total \+100 m/);
  at.type('\x1b[B');
  await at.shows(/LOOKING AHEAD/);
  at.type('?');
  await at.shows(/The odometer/);
  at.type('\x1b');
  await at.shows((text) => !text.includes('The odometer'));
  at.resize(120, 40);
  // The title reaches the right edge of the wider window.
  await at.shows((text) => (text.split('\n')[0]?.trimEnd().length ?? 0) > 100);
  at.resize(40, 10);
  await at.shows((text) => text.split('\n').every((line) => line.length <= 40) && text.includes('TOTAL'));
  at.type('q');
  await at.shows(/Quit the drive\?/);
  at.type('y');
  await at.exited;
  expect(at.screen.buffer.active.type).toBe('normal');
  expect(at.text()).toMatch(/^before\nafter: 0\n/);
  expect(at.text().replace(/\s+/g, ' ')).toMatch(/(^|[ ;])icanon[ ;].*(^|[ ;])echo[ ;]/);
  expect(at.output).toMatch(leave);
});

test('every key acts in a real terminal, and none of them ends the drive', async () => {
  // A copy: two of the keys write beside the file.
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-keys-'));
  const stage = join(folder, 'stage.roadbook.yaml');
  await copyFile(`${root}roadbooks/shakedown.roadbook.yaml`, stage);
  const at = inTerminal('node', drive.with(2, stage));
  await at.shows(/TOTAL/);
  const bytes: Readonly<Record<string, string>> = { space: ' ', enter: '\r', tab: '\t', backspace: '\x7f' };
  const keys = keyTable.flatMap(({ bindings }) => bindings.flatMap(({ keys }) => keys));
  for (const key of keys.filter((one) => one.length === 1 || bytes[one] !== undefined)) {
    // Ctrl-C and n leave whatever lies over the picture now; x would leave six keys.
    if (key !== 'x') at.type(`${bytes[key] ?? key}${key === 'q' ? '' : '\x03'}n`);
  }
  at.type('2');
  await at.shows(/TOTAL/);
  await rm(folder, { recursive: true });
  at.type('\x03\x03');
  expect(await at.exited).toMatchObject({ exitCode: 0 });
  expect(at.screen.buffer.active.type).toBe('normal');
});

test('a thousand resizes in three seconds between 1×1 and 200×60: it lives, the scrollback too, memory is flat', async () => {
  const at = inTerminal('bash', shell('echo before', `exec node ${drive.join(' ')}`));
  await at.shows(/TOTAL/);
  const start = at.output.length;
  const before = await residentMiB(at.pid);
  await new Promise<void>((done) => {
    let count = 0;
    const timer = setInterval(() => {
      // The screen that looks on is not resized with it: xterm.js itself would be what is tested.
      at.resizeProgram(1 + ((count * 37) % 200), 1 + ((count * 23) % 60));
      if (++count < 1000) return;
      clearInterval(timer);
      done();
    }, 3);
  });
  at.resize(100, 30);
  await at.shows((text) => (text.split('\n')[0]?.trimEnd().length ?? 0) > 90);
  expect(at.output.slice(start)).not.toMatch(/\x1b\[[23]?J|\x1bc/);
  expect((await residentMiB(at.pid)) - before).toBeLessThan(40);
  at.type('qy');
  expect(await at.exited).toMatchObject({ exitCode: 0 });
  expect(at.text()).toMatch(/^before/);
});

test.each([
  ['SIGTERM', 15],
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGQUIT', 3],
  ['SIGABRT', 6],
  ['SIGUSR2', 12],
])('%s ends it like any program, and the terminal is as before', async (name, signal) => {
  const at = inTerminal('node', drive);
  await at.shows(/TOTAL/);
  at.signal(name);
  expect(await at.exited).toMatchObject({ signal });
  expect(at.screen.buffer.active.type).toBe('normal');
  expect(at.output).toMatch(leave);
});

test('Ctrl-Z gives the shell back, fg the cockpit', async () => {
  const at = inTerminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'prompt> ' } });
  await at.shows(/prompt>/);
  at.type(`node ${drive.join(' ')}\r`);
  await at.shows(/TOTAL/);
  at.type('\x1a');
  await at.shows(/Stopped[\s\S]*prompt>/);
  expect(at.screen.buffer.active.type).toBe('normal');
  at.type('fg\r');
  await at.shows(/TOTAL/);
  expect(at.screen.buffer.active.type).toBe('alternate');
  at.type('\x03\x03');
  await at.shows((text) => text.trimEnd().endsWith('prompt>'));
  at.type('exit\r');
  await at.exited;
});

test('a bug in the program leaves the terminal clean, and its report is on the screen', async () => {
  const at = inTerminal('node', ['--require', `${root}test/fixtures/planted-fault.cjs`, ...drive]);
  await at.shows(/TOTAL/);
  at.signal('SIGURG');
  expect(await at.exited).toMatchObject({ exitCode: 3 });
  expect(at.screen.buffer.active.type).toBe('normal');
  expect(at.text()).toContain('planted fault');
  expect(at.text()).not.toContain('TOTAL');
});

test('on a dumb terminal it writes lines, and never an escape byte', async () => {
  const at = inTerminal('node', drive, { env: { TERM: 'dumb' } });
  await at.shows(/total 0\.0[1-9]/);
  at.type('z');
  await at.shows(/Frozen[\s\S]*FROZEN/);
  at.type('s12.5\r');
  await at.shows(/Total set to 12\.50[\s\S]*total 12\.50/);
  at.type('?');
  await at.shows(/This is the note/);
  at.type('xq');
  await at.shows(/Quit the drive\?/);
  at.type('y');
  expect(await at.exited).toMatchObject({ exitCode: 0 });
  expect(at.output).not.toContain('\x1b');
  expect(at.output).toMatch(/^[\r\n -~]*$/);
});

/** Memory of a process, where the system tells it; 0 elsewhere. */
async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
