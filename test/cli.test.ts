import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command, CommandEntry } from '../src/commands/command.ts';
import { oneOf } from '../src/commands/options.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { nearest } from '../src/text/nearest.ts';
import { execute, inProcess, roadbook, root } from './support/run.ts';

const greet: Command<[names: string[]], { tone?: string }> = {
  configure(verb) {
    verb.argument('<names...>', 'whom').option('--tone <tone>', 'how', oneOf(['warm', 'formal']));
  },
  run([names], { tone }, io) {
    io.stdout.write(`${tone ?? 'plain'} ${names.join('+')}\n`);
    return names.includes('nobody') ? 1 : 0;
  },
};

const failing = (error: unknown): Command => ({
  configure() {},
  run() {
    throw error;
  },
});

const registry: CommandEntry[] = [
  { name: 'greet', aliases: ['hello'], summary: 'say hello', load: async () => ({ command: greet }) },
  {
    name: 'crash',
    aliases: [],
    summary: 'fail as only a bug can',
    load: async () => ({ command: failing(new Error('no such\n  thing')) }),
  },
  {
    name: 'misuse',
    aliases: [],
    summary: 'find the call wrong',
    load: async () => ({ command: failing(new UsageError('give a file')) }),
  },
  {
    name: 'heavy',
    aliases: [],
    summary: 'never loaded here',
    load: () => Promise.reject(new Error('loaded')),
  },
];

describe('the executable', () => {
  test('prints the version of package.json', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(await roadbook(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('prints help on stdout when asked', async () => {
    const { code, stdout, stderr } = await roadbook(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: roadbook [options] <verb>');
  });

  test('is ASCII, as it is read: a regular expression with a ° in it still finds one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roadbook-'));
    try {
      const file = join(folder, 'stage.csv');
      await writeFile(file, 'number;total;cap\n1;0,00;90°\n2;1,20;168°\n');
      const { stdout, stderr } = await roadbook(['show', file, '--format', 'json']);
      expect({ caps: JSON.parse(stdout).notes.map(({ cap }: { cap: number }) => cap), stderr }).toEqual({
        caps: [90, 168],
        stderr: '',
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.each(['drive', 'rehearse', 'release', 'convert'])(
    'keeps the help of %s to 80 columns',
    async (verb) => {
      const { stdout } = await roadbook([verb, '--help']);
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(stdout).toMatch(/^Examples:$/m);
    },
  );

  test('answers an unknown verb on stderr with exit code 2', async () => {
    const { code, stdout, stderr } = await roadbook(['hepl']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe("roadbook: unknown verb 'hepl' (Did you mean help?)\nTry `roadbook --help`.\n");
  });

  test('says in one line that it is not built', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'roadbook-'));
    try {
      await cp(join(root, 'bin'), join(elsewhere, 'bin'), { recursive: true });
      expect(await execute(process.execPath, [join(elsewhere, 'bin/roadbook.js')])).toEqual({
        code: 3,
        stdout: '',
        stderr: 'roadbook is not built: run `npm run build`\n',
      });
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });

  test.skipIf(process.platform === 'win32')('ends quietly when its reader has gone', async () => {
    const script = '(sleep 0.5; "$0" "$1" --help; echo "code $?" >&2) | true';
    const { stderr } = await execute('sh', ['-c', script, process.execPath, join(root, 'bin/roadbook.js')]);
    expect(stderr).toBe('code 0\n');
  });
});

describe('dispatch', () => {
  test('help lists every verb with its summary and loads none', async () => {
    for (const call of [['--help'], ['help']]) {
      const { code, stdout } = await inProcess(call, { registry });
      expect(code).toBe(0);
      for (const { name, summary } of registry)
        expect(stdout).toMatch(new RegExp(`^  ${name}.*${summary}`, 'm'));
    }
  });

  test('no verb at all is a wrong call, answered with help', async () => {
    const { code, stdout, stderr } = await inProcess([], { registry });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: roadbook');
  });

  test('a verb gets its arguments and options, and its exit code is ours', async () => {
    expect(await inProcess(['greet', 'ana', '--tone', 'warm', 'bo'], { registry })).toEqual({
      code: 0,
      stdout: 'warm ana+bo\n',
      stderr: '',
    });
    expect((await inProcess(['hello', 'nobody'], { registry })).code).toBe(1);
  });

  test('help for a verb shows its own options', async () => {
    for (const call of [
      ['greet', '--help'],
      ['help', 'greet'],
    ]) {
      const { code, stdout } = await inProcess(call, { registry });
      expect(code).toBe(0);
      expect(stdout).toContain('--tone <tone>');
    }
  });

  test.each([
    [['gret', 'x'], "unknown verb 'gret' (Did you mean greet?)", 'roadbook --help'],
    [['help', 'gret'], "unknown verb 'gret' (Did you mean greet?)", 'roadbook --help'],
    [['zzzzzz'], "unknown verb 'zzzzzz'", 'roadbook --help'],
    [['--verzion'], "unknown option '--verzion' (Did you mean --version?)", 'roadbook --help'],
    [['greet', 'x', '--tune=a'], "unknown option '--tune=a' (Did you mean --tone?)", 'roadbook greet --help'],
    [['greet'], "missing required argument 'names'", 'roadbook greet --help'],
    [
      ['greet', 'x', '--tone', 'wram'],
      "option '--tone <tone>' argument 'wram' is invalid. Use one of warm, formal. Did you mean 'warm'?",
      'roadbook greet --help',
    ],
    [['misuse'], 'give a file', 'roadbook misuse --help'],
  ])('%j is a wrong call', async (call, message, help) => {
    expect(await inProcess(call, { registry })).toEqual({
      code: 2,
      stdout: '',
      stderr: `roadbook: ${message}\nTry \`${help}\`.\n`,
    });
  });

  test('a bug is one line, with the stack only on request', async () => {
    const plain = await inProcess(['crash'], { registry });
    expect(plain.code).toBe(3);
    expect(plain.stderr).toMatch(/^This is a bug in roadbook: no such thing\nPlease report it .*\n$/);
    const debug = await inProcess(['crash'], { registry, env: { ROADBOOK_DEBUG: '1' } });
    expect(debug.stderr).toMatch(/\n {4}at /);
  });

  test('a verb that cannot be loaded is a bug of ours', async () => {
    expect(await inProcess(['heavy'], { registry })).toMatchObject({ code: 3, stdout: '' });
  });
});

test('nearest offers only what is close', () => {
  expect(nearest('CHEK', ['show', 'check'])).toBe('check');
  expect(nearest('x', ['show', 'check'])).toBeNull();
});
