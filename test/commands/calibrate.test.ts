import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { inTerminal } from '../support/pty.ts';
import { execute, inProcess, root } from '../support/run.ts';

const shakedown = `${root}roadbooks/shakedown.roadbook.yaml`;

/** A user with a config folder of their own. */
async function user() {
  const config = await mkdtemp(join(tmpdir(), 'roadbook-'));
  const env = { XDG_CONFIG_HOME: config };
  return {
    env,
    file: join(config, 'roadbook', 'calibration.json'),
    calibrate: (args: string[], input = '') => inProcess(['calibrate', ...args], { env, input }),
    drive: (args: string[], input = '') =>
      inProcess(['drive', shakedown, '--headless', '--source', 'stdin', ...args], { env, input }),
  };
}

const kilometre = ['--distance', '1000'];

describe('calibrate', () => {
  it('takes typed counts from a pipe, and drive drives by the median', async () => {
    const { calibrate, drive, file } = await user();
    const { code, stdout, stderr } = await calibrate(kilometre, '1826\n\n1829\n52310 54137\n');
    expect(stdout).toBe(
      [
        'factor  0.54735 m a count',
        'runs    0.54765  0.54675  0.54735 over 1000 m',
        'spread  ±0.08 %: ±9 m after 10 km',
        `kept    ${file}; drive takes it from now on`,
        '',
      ].join('\n'),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await readdir(join(file, '..'))).toEqual(['calibration.json']);

    const driven = await drive([], '0\n100\n');
    expect(driven.stderr).toMatch(/^0\.54735 m a count, calibrated on \d{4}-\d\d-\d\d, ±0\.08 %$/m);
    const { summary } = JSON.parse(driven.stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(summary.total).toBe(54.7);
  });

  it('drops a run that went wrong, and q ends', async () => {
    const { calibrate, file } = await user();
    expect((await calibrate(kilometre, '1826\n1700\n-\n1828\n9\n-3\nq\n5\n')).code).toBe(0);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      counts: [1826, 1828],
      distance: 1000,
      source: null,
    });
  });

  it('keeps nothing when the runs disagree, unless it must', async () => {
    const { calibrate } = await user();
    const counts = [...kilometre, '--counts', '1826,1829,1900'];
    const { code, stderr, stdout } = await calibrate(counts);
    expect(code).toBe(1);
    expect(stdout).not.toContain('kept');
    expect(stderr).toBe(
      'run 3 is −3.74 % off the median\nthe runs disagree and nothing is kept: drive them again, or --force\n',
    );
    expect((await calibrate(['--show'])).code).toBe(1);
    expect((await calibrate([...counts, '--force'])).code).toBe(0);
    expect((await calibrate(['--show', '--format', 'json'])).stdout).toContain('"counts": [');
    expect((await calibrate(['--distance', '1km', '--counts', '1826'])).stdout).toContain(
      'before  0.54675 m a count (+0.16 %)',
    );
    expect((await calibrate(['--forget'])).code).toBe(0);
    expect((await calibrate(['--show'])).stderr).toContain('no calibration is kept');
  });

  it('says what one run and a coarse counter leave unknown', async () => {
    const { calibrate } = await user();
    const { stderr } = await calibrate(['--distance', '100', '--counts', '47']);
    expect(stderr).toMatch(/one run shows no spread/);
    expect(stderr).toMatch(/one count is 2\.1 % of this distance/);
  });

  it('takes a recorded run from a source that ends', async () => {
    const { calibrate, file } = await user();
    const { code } = await calibrate([...kilometre, '--source', 'stdin'], 'c 64000\nc 65500\nc 290\n');
    expect(code).toBe(0);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ counts: [1826], source: 'stdin' });
  });

  it.skipIf(process.platform === 'win32')('takes it from a file on standard input too', async () => {
    const { env, file } = await user();
    const log = join(env.XDG_CONFIG_HOME, 'run.log');
    await writeFile(log, 'c 100\nc 1926');
    const script = `exec "$0" "$@" < '${log}'`;
    const args = [`${root}bin/roadbook.js`, 'calibrate', ...kilometre, '--source', 'stdin'];
    expect(await execute('sh', ['-c', script, process.execPath, ...args], { env })).toMatchObject({
      code: 0,
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ counts: [1826] });
  });

  it('does not take a speed for counts', async () => {
    const { calibrate } = await user();
    const { code, stderr } = await calibrate([...kilometre, '--source', 'stdin'], 'v 50\nv 50\n');
    expect(code).toBe(2);
    expect(stderr).toMatch(/says speed, and only counts can be calibrated/);
    expect(stderr).toMatch(/no run was measured: nothing is changed/);
  });

  it('hears a sensor between two marks', async () => {
    const { env, file } = await user();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const stdin = new PassThrough();
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const io = { stdin: Object.assign(stdin, { isTTY: true }), stdout, stderr, env, cwd: root };
    const connected = once(server, 'connection');
    const code = main(['calibrate', ...kilometre, '--source', `tcp:127.0.0.1:${port}`], io);
    let talk = '';
    const heard = (wanted: string) =>
      new Promise<void>((done) => {
        const look = () => {
          if (!talk.includes(wanted)) return;
          talk = talk.slice(talk.indexOf(wanted) + wanted.length);
          stderr.off('data', add);
          done();
        };
        const add = (chunk: Buffer) => {
          talk += chunk.toString();
          look();
        };
        stderr.on('data', add);
        look();
      });
    await heard('run 1, wheel on the first mark');
    stdin.write('\n');
    await heard('nothing was heard of the wheel yet');
    const [sensor]: Socket[] = await connected;
    // The unknown line is answered aloud: then everything before it was heard.
    sensor?.write('c 100\nend of part 1\n');
    await heard('not a sample');
    stdin.write('\n');
    await heard('second mark');
    sensor?.write('c 500\nc 1900\nc 1930\nend of part 2\n');
    await heard('not a sample');
    stdin.write('\n');
    await heard('1830 counts, 0.54645 m a count');
    stdin.end('q\n');
    expect(await code).toBe(0);
    stdout.end();
    expect(await text(stdout)).toContain('factor  0.54645');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ counts: [1830] });
    sensor?.destroy();
    server.close();
  });

  it.skipIf(process.platform === 'win32')('guides in a terminal and forgives a typing error', async () => {
    const { env, file } = await user();
    const terminal = inTerminal(process.execPath, [`${root}bin/roadbook.js`, 'calibrate', ...kilometre], {
      env,
    });
    await terminal.shows(/Drive exactly 1000 m.*run 1:$/s);
    terminal.type('18x6\r');
    await terminal.shows(/'18x6' is not a count/);
    terminal.type('1826\r');
    await terminal.shows(/1826 counts, 0\.54765 m a count.*run 2:/s);
    terminal.type('q\r');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.text()).toContain('factor  0.54765');
    expect(await readFile(file, 'utf8')).toContain('"distance": 1000');
  });

  it.skipIf(process.platform === 'win32')('leaves everything as it was on Ctrl-C', async () => {
    const { env, file } = await user();
    const terminal = inTerminal(process.execPath, [`${root}bin/roadbook.js`, 'calibrate', ...kilometre], {
      env,
    });
    await terminal.shows(/run 1:$/);
    terminal.type('1826\r');
    await terminal.shows(/run 2:/);
    terminal.type('\u0003');
    expect((await terminal.exited).signal).toBe(2);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it.each([
    [[], '', /give the known distance: --distance 1000/],
    [['--distance', 'far'], '', /between 10 m and 100 km/],
    [['--distance', '1'], '', /between 10 m and 100 km/],
    [[...kilometre, '--counts', '1826,x'], '', /counts above 0/],
    [[...kilometre, '--source', 'simulate'], '', /Use a sensor: stdin, tcp:HOST:PORT/],
    [[...kilometre, '--source', 'tcp:nowhere'], '', /name host and port/],
    [[...kilometre, '--show'], '', /cannot be used with/],
    [kilometre, '', /no run was measured: nothing is changed/],
    [kilometre, '1826\nx\n', /line 2 of standard input: 'x' is not a count/],
    [kilometre, '0\n', /more than 0 counts/],
    [kilometre, '900 100\n', /must be above the one before/],
    [kilometre, '-\n', /there is no run to drop/],
    [kilometre, '5\n-3\n', /there is no run 3/],
  ])('%j with %j is a wrong call', async (args, input, message) => {
    const { calibrate } = await user();
    const { code, stderr, stdout } = await calibrate(args, input);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('says where it cannot keep what it measured', async () => {
    const { code, stderr } = await inProcess(['calibrate', ...kilometre, '--counts', '5'], {
      env: { XDG_CONFIG_HOME: '/dev/null' },
    });
    expect(stderr).toMatch(/cannot keep the calibration: .*\/dev\/null/);
    expect(code).toBe(2);
  });
});

describe('drive', () => {
  it.each([
    [[], '1 m a count, uncalibrated: roadbook calibrate measures it'],
    [['--factor', '0.5'], '0.5 m a count, by --factor'],
    [['--wheel', '2190mm', '--pulses', '4'], '0.5475 m a count, by --wheel 2190mm --pulses 4'],
    [['--uncalibrated'], '1 m a count, by --uncalibrated'],
  ])('with %j says %j', async (args, said) => {
    const { drive } = await user();
    expect((await drive(args, '0\n')).stderr).toContain(`${said}\n`);
  });

  it.each([['--factor', '0.5'], ['--wheel', '2190'], ['--uncalibrated']])(
    'heeds %s before what was calibrated',
    async (...args) => {
      const { calibrate, drive } = await user();
      await calibrate([...kilometre, '--counts', '1826']);
      expect((await drive(args, '0\n')).stderr).toContain(`by ${args[0]}`);
      expect((await drive([], '0\n')).stderr).toContain('calibrated on');
    },
  );

  it('says of a broken calibration what is wrong with it, and drives on', async () => {
    const { calibrate, drive, file } = await user();
    await calibrate([...kilometre, '--counts', '1826']);
    await writeFile(file, '{"calibration":1,"metresPerCount":-4}');
    const { code, stderr } = await drive([], '0\n');
    expect(stderr).toMatch(
      /1 m a count, uncalibrated: .*calibration\.json is no calibration \(metresPerCount: /,
    );
    expect(code).toBe(0);
    await writeFile(file, '{');
    expect((await drive([], '0\n')).stderr).toMatch(/uncalibrated: .*cannot be read: .*JSON/);
    expect((await calibrate(['--show'])).code).toBe(2);
  });

  it('keeps the scale a run began with', async () => {
    const { env, drive } = await user();
    const journal = ['--journal', join(env.XDG_CONFIG_HOME, 'run.journal')];
    await drive(['--factor', '0.5', ...journal], '0\n100\n');
    const { stderr } = await drive(['--resume', ...journal], '0\n');
    expect(stderr).toContain('0.5 m a count, as the run began');
  });

  it('does not put the calibration of a real wheel on a simulated one', async () => {
    const { calibrate, env } = await user();
    await calibrate([...kilometre, '--counts', '1826']);
    const { stderr } = await inProcess(['drive', shakedown, '--headless'], { env });
    expect(stderr).toBe('');
  });
});
