import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/nav/event.ts';
import { type State, start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import type { Stage } from '../../src/stage/stage.ts';
import { callOf } from '../../src/voice/call.ts';
import { languages } from '../../src/voice/phrases.ts';
import { speechQueue, type Utterance } from '../../src/voice/queue.ts';
import { speakable, speaking } from '../../src/voice/speaker.ts';
import { unwarned, type Warning, warningsOf } from '../../src/voice/warnings.ts';
import { stageOf } from '../support/drive.ts';
import { inProcess } from '../support/run.ts';

const dunes = stageOf([
  { distance: 0 },
  {
    distance: 1000,
    danger: 2,
    cap: 168,
    text: 'R between dunes',
    tulip: { entry: {}, exit: { angle: 80 } },
  },
  { distance: 1080, danger: 3, tulip: { entry: {}, exit: { angle: -80 } } },
  { distance: 5000, waypoints: [{ type: 'DZ' }, { type: 'WPM', name: '12' }], limitKmh: 50 },
  { distance: 8000, waypoints: [{ type: 'FZ' }], stopSeconds: 3 },
]);

describe('a call', () => {
  it.each([
    [
      'fr',
      'deux cents, danger deux, à droite entre dunes, cap cent soixante-huit, puis à quatre-vingts, danger trois, à gauche',
    ],
    [
      'en',
      'two hundred, danger two, right between dunes, heading one hundred and sixty-eight, then in eighty, danger three, left',
    ],
    [
      'es',
      'doscientos, peligro dos, a la derecha entre dunas, rumbo ciento sesenta y ocho, luego a ochenta, peligro tres, a la izquierda',
    ],
  ] as const)('in %s', (language, said) => {
    expect(callOf(dunes, 1, 203, language, false)).toBe(said);
  });

  it('says waypoint, zone and limit, and where they end', () => {
    expect(callOf(dunes, 3, 300, 'fr', false)).toBe(
      'trois cents, waypoint masqué douze, zone de vitesse, limite cinquante',
    );
    expect(callOf(dunes, 4, 300, 'en', false)).toBe('three hundred, end of the speed zone, stop');
  });

  it('is short the second time', () => {
    expect(callOf(dunes, 1, 98, 'fr', true)).toBe('cent, danger deux, à droite');
  });

  it('takes the way from the text where there is no tulip', () => {
    const stage = stageOf([{ distance: 0 }, { distance: 500, text: 'kpL at the well, then RO' }]);
    expect(callOf(stage, 1, 100, 'fr', true)).toBe('cent, tenir la gauche à the puits');
  });
});

/** The warnings of a drive of so many metres at 25 m/s, a sample each metre. */
function driven(
  stage: Stage,
  metres: number,
  distances: readonly number[],
  acts: readonly Act[] = [],
): Warning[] {
  let state: State = start(stage);
  let warned = unwarned;
  const all: Warning[] = [];
  const left = [...acts];
  for (let raw = 0; raw <= metres; raw++) {
    const t = raw * 40;
    for (; left[0] && left[0].t <= t; left.shift()) [state] = step(stage, state, left[0]);
    const [after, effects] = step(stage, state, { type: 'wheel', t, raw });
    state = after;
    const [next, warnings] = warningsOf(stage, warned, state, effects, distances);
    warned = next;
    all.push(...warnings);
  }
  return all;
}

describe('warnings', () => {
  const approaches = (warnings: readonly Warning[]) =>
    warnings.flatMap((one) =>
      one.kind === 'approach' ? [[one.note, Math.round(one.metres), one.again]] : [],
    );

  it('come once at each distance the crew set, the close note when it is next', () => {
    expect(approaches(driven(dunes, 4900, [500, 200]))).toEqual([
      [1, 500, false],
      [1, 200, true],
      [2, 80, false],
      [3, 500, false],
      [3, 200, true],
    ]);
  });

  it('stop while the crew searches with frozen distances', () => {
    const acts: Act[] = [{ type: 'freeze', t: 400 * 40, on: true }];
    expect(approaches(driven(dunes, 900, [500, 200], acts))).toEqual([]);
  });

  it('complain of the speed again and again until it is right', () => {
    const zone = stageOf([
      { distance: 0 },
      { distance: 1000, waypoints: [{ type: 'DZ' }], limitKmh: 50 },
      { distance: 1400, waypoints: [{ type: 'FZ' }] },
      { distance: 3000 },
    ]);
    const kinds = driven(zone, 2900, [300]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'too-fast')).toHaveLength(4);
    expect(kinds.at(-1)).toBe('approach');
    expect(kinds).toContain('zone-left');
  });

  it('never say a distance twice for a note, however the crew nudges (property)', () => {
    const nudge = fc.record({ at: fc.nat(2000), metres: fc.integer({ min: -400, max: 400 }) });
    fc.assert(
      fc.property(fc.array(nudge, { maxLength: 6 }), (nudges) => {
        const acts = nudges
          .sort((a, b) => a.at - b.at)
          .map(({ at, metres }): Act => ({ type: 'nudge', t: at * 40, metres }));
        const found = driven(stageOf([{ distance: 0 }, { distance: 6000 }]), 2500, [3000, 1000], acts);
        expect(found.filter(({ kind }) => kind === 'approach').length).toBeLessThanOrEqual(2);
      }),
      { seed: 20_261_122, numRuns: 40 },
    );
  });
});

describe('the queue', () => {
  /** A voice whose sentences end when told to, and a clock turned by hand. */
  function voice() {
    const said: string[] = [];
    let time = 0;
    let end: () => void = () => {};
    let stopped = 0;
    const queue = speechQueue(
      (text, done) => {
        said.push(text);
        end = () => done(true);
        return { stop: () => stopped++ };
      },
      () => time,
    );
    const say = (text: string, rest: Partial<Utterance> = {}) =>
      queue.say({ text, about: text, urgent: false, life: 1000, ...rest });
    return { queue, said, say, end: () => end(), wait: (ms: number) => (time += ms), stops: () => stopped };
  }

  it('says one after the other', () => {
    const { said, say, end } = voice();
    say('a');
    say('b');
    expect(said).toEqual(['a']);
    end();
    expect(said).toEqual(['a', 'b']);
  });

  it('drops what is stale', () => {
    const { said, say, end, wait } = voice();
    say('a');
    say('b');
    say('c', { life: 9000 });
    wait(1001);
    end();
    expect(said).toEqual(['a', 'c']);
  });

  it('puts the newest of a thing in the place of the older', () => {
    const { said, say, end } = voice();
    say('a');
    say('500', { about: 'approach' });
    say('200', { about: 'approach' });
    end();
    end();
    expect(said).toEqual(['a', '200']);
  });

  it('says what is urgent first, in its order', () => {
    const { said, say, end } = voice();
    say('a');
    say('b');
    say('too fast', { urgent: true });
    say('go', { urgent: true });
    for (let i = 0; i < 4; i++) end();
    expect(said).toEqual(['a', 'too fast', 'go', 'b']);
  });

  it('is idle at the end, and silent once stopped', async () => {
    const { queue, said, say, end, stops } = voice();
    await queue.idle();
    say('a');
    const idle = queue.idle();
    end();
    await idle;
    say('b');
    queue.stop();
    expect(stops()).toBe(1);
    say('c');
    expect(said).toEqual(['a', 'b']);
  });
});

describe.skipIf(process.platform === 'win32')('a speaker', () => {
  /** A folder with programs that write down how they were called, or do something else. */
  function folder(programs: Record<string, string>): { path: string; heard: () => string[] } {
    const path = mkdtempSync(join(tmpdir(), 'roadbook-'));
    const log = join(path, 'heard');
    writeFileSync(log, '');
    for (const [name, does] of Object.entries(programs)) {
      const script = `#!/bin/sh\n${does === 'speaks' ? `for one; do printf '<%s>' "$one"; done >> '${log}'; echo >> '${log}'` : does}\n`;
      writeFileSync(join(path, name), script);
      chmodSync(join(path, name), 0o755);
    }
    return {
      path,
      heard: () =>
        readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line !== ''),
    };
  }

  const once = (path: string | undefined, text: string, troubles: string[] = []) => {
    const speak = speaking(path, 'fr', (trouble) => troubles.push(trouble));
    return new Promise<boolean>((done) => void speak(text, done));
  };

  it('gets the text as one argument, whatever is in it', async () => {
    const { path, heard } = folder({ 'espeak-ng': 'speaks' });
    expect(await once(path, '--version; $(touch x) `y` "à droite" [[cmd]] <mark/>')).toBe(true);
    expect(heard()).toEqual(['<-v><fr><-s><170><version touch x y à droite cmd mark>']);
  });

  it('that fails gives way to the next, and it is said', async () => {
    const { path, heard } = folder({ 'spd-say': 'exit 1', 'espeak-ng': 'speaks' });
    const troubles: string[] = [];
    const speak = speaking(path, 'fr', (trouble) => troubles.push(trouble));
    const say = (text: string) => new Promise<boolean>((done) => void speak(text, done));
    expect([await say('un'), await say('deux')]).toEqual([false, true]);
    expect(heard()).toEqual(['<-v><fr><-s><170><deux>']);
    expect(troubles).toEqual(['spd-say failed (exit code 1): espeak-ng speaks instead']);
  });

  it('that is not there is said once, and nothing waits for it', async () => {
    const troubles: string[] = [];
    expect(await once('/nowhere', 'un', troubles)).toBe(false);
    expect(troubles).toEqual(['no voice: none of spd-say, espeak-ng, espeak, say is installed']);
  });

  it('that hangs does not hold up the end', async () => {
    const { path } = folder({ 'espeak-ng': 'exec sleep 60' });
    const speak = speaking(path, 'en', () => {});
    const spoken = await new Promise<boolean>((done) => {
      const { stop } = speak('one', done);
      stop();
    });
    expect(spoken).toBe(false);
  });

  it('speaks for roadbook drive --voice', async () => {
    const { path, heard } = folder({ 'espeak-ng': 'speaks' });
    const { code, stderr } = await inProcess(
      [
        'drive',
        'roadbooks/shakedown.roadbook.yaml',
        '--headless',
        '--source',
        'stdin',
        '--voice',
        'fr',
        '--warn',
        '200',
      ],
      { env: { PATH: path }, input: '@0 m 0\n@5000 m 120\n@7000 m 162\n' },
    );
    expect(code).toBe(0);
    expect(stderr).not.toContain('voice');
    expect(heard()[0]).toMatch(/^<-v><fr><-s><170><deux cents, /);
  });

  it('that is missing leaves the drive as it is', async () => {
    const { code, stdout, stderr } = await inProcess(
      ['drive', 'roadbooks/shakedown.roadbook.yaml', '--headless', '--source', 'stdin', '--voice', 'es'],
      { env: { PATH: '/nowhere' }, input: '@0 m 0\n@9000 m 160\n' },
    );
    expect(stderr).toContain('no voice: none of');
    expect(stdout).toContain('summary');
    expect(code).toBe(0);
  });
});

const espeak = spawnSync('espeak-ng', ['--version']).status === 0;

it.skipIf(!espeak).each(languages)('eSpeak NG can be heard in %s', (language) => {
  const file = join(mkdtempSync(join(tmpdir(), 'roadbook-wav-')), 'call.wav');
  const call = speakable(callOf(dunes, 1, 200, language, false));
  expect(spawnSync('espeak-ng', ['-v', language, '-s', '170', '-w', file, call]).status).toBe(0);
  // A WAV of 16-bit samples behind a header of 44 bytes; half a second at least is loud.
  const samples = readFileSync(file).subarray(44);
  let loud = 0;
  for (let at = 0; at + 1 < samples.length; at += 2) if (Math.abs(samples.readInt16LE(at)) > 3000) loud++;
  expect(loud).toBeGreaterThan(22_050 / 2);
});

it('speaks words alone: no option, no command of the speaker (property)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 450 }), (text) => {
      const said = speakable(text);
      expect(said).toMatch(/^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N},.'’ -]*)?$/u);
      expect(said.length).toBeLessThanOrEqual(400);
    }),
    { seed: 20_261_122 },
  );
});

it.each([
  [['--warn', '5'], /10 to 10000/],
  [['--warn', 'near'], /metres/],
  [['--voice', 'de'], /en, fr, es/],
  [['--voice', 'fr', '--headless'], /add --realtime/],
])('%j is a wrong call', async (options, message) => {
  const { code, stderr } = await inProcess(['drive', 'roadbooks/shakedown.roadbook.yaml', ...options]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});
