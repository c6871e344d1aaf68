// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a terminal is sent
import { expect, test } from 'vitest';
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

test.each([
  ['SIGTERM', 15],
  ['SIGHUP', 1],
  ['SIGINT', 2],
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
  at.signal('SIGUSR2');
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
