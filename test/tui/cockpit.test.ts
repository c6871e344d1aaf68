// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a terminal is sent
import { describe, expect, test } from 'vitest';
import { keyTable } from '../../src/tui/keys.ts';
import { rig } from './rig.ts';

describe('a drive', () => {
  test('shows the figures as the wheel turns, and ends by q and y with the last state', async () => {
    const at = rig();
    expect(at.modes).toEqual([true]);
    at.wheel(0, 0);
    at.wheel(180, 8);
    expect(await at.text()).toMatch(/TOTAL +0\.18/);
    await at.type('q');
    expect(await at.text()).toContain('Quit the drive?');
    at.wheel(200, 9);
    expect(await at.text()).toMatch(/TOTAL +0\.20/);
    await at.type('n');
    expect(await at.text()).not.toContain('Quit the drive?');
    await at.type('q');
    await at.type('y');
    await at.done;
    expect(at.left).toMatchObject({ reading: 200 });
    expect(at.stopped).toBe(true);
  });

  test('tells the journal of every event in order, before anything is on the screen', async () => {
    const at = rig();
    at.wheel(0, 0);
    at.wheel(100, 4);
    await at.type('+ ');
    expect(at.events).toEqual([
      { type: 'wheel', t: 0, raw: 0 },
      { type: 'wheel', t: 4000, raw: 100 },
      { type: 'nudge', metres: 10, t: 4000 },
      { type: 'confirm', t: 4000 },
    ]);
  });

  test('a key is on the screen at once, without the clock', async () => {
    const at = rig();
    at.wheel(0, 0);
    at.wheel(500, 20);
    await at.type('z');
    expect(await at.text()).toContain('FROZEN');
    await at.type('u');
    expect(await at.text()).toMatch(/Undone: freeze/);
  });

  test('a doubted confirmation asks, and a figure picks the note that fits', async () => {
    const at = rig();
    at.wheel(0, 0);
    at.wheel(2, 1);
    await at.type(' ');
    at.wheel(200, 9);
    await at.type(' ');
    expect(await at.text()).toContain('Note 2 at 0.42? It should be 222 m further on.');
    await at.type('y');
    expect(await at.text()).toMatch(/Note 2 confirmed, corrected \+222 m/);
    await at.type('u');
    expect(await at.text()).toMatch(/TOTAL +0\.20/);
  });

  test('enter confirms the note looked at and follows again; where it does not fit, a figure picks the one that does', async () => {
    const at = rig();
    at.wheel(0, 0);
    at.wheel(655, 27);
    await at.type('\x1b[B\x1b[B');
    expect(await at.text()).toContain('LOOKING AHEAD');
    await at.type('\r');
    expect(await at.text()).toMatch(/Note 5 at 1\.80\? It should be 1\.1\d km further on/);
    expect(await at.text()).toContain('1 note 3: 0.66 km since the start, the book says 0.66');
    await at.type('1');
    expect(await at.text()).toContain('Note 3 confirmed, corrected +5 m');
    expect(at.events.slice(-2)).toEqual([
      { type: 'confirm', t: 27_000, note: 2, sure: true },
      { type: 'follow', t: 27_000 },
    ]);
    at.wheel(670, 28);
    await at.type('k\r');
    expect(await at.text()).not.toContain('LOOKING');
  });

  test('after the finish q quits without a question', async () => {
    const at = rig();
    at.wheel(0, 0);
    for (let metres = 100; metres <= 5000; metres += 100) at.wheel(metres, metres / 25);
    expect(await at.text()).toContain('FINISH');
    at.end();
    await at.type('q');
    await at.done;
    expect(at.left).toMatchObject({ finished: true });
  });

  test('the bell rings on danger and over the limit, once each, and never with quiet', async () => {
    for (const quiet of [false, true]) {
      const at = rig({ quiet });
      at.wheel(0, 0);
      const bells = () => at.written.split('\x07').length - 1;
      at.wheel(150, 6);
      expect(bells()).toBe(quiet ? 0 : 1);
      at.wheel(160, 6.5);
      expect(bells()).toBe(quiet ? 0 : 1);
      for (let metres = 200; metres <= 2000; metres += 100) at.wheel(metres, metres / 25);
      expect(bells()).toBe(quiet ? 0 : 2);
    }
  });

  test('what the sensor is in trouble with is said', async () => {
    const at = rig();
    at.notice('the wheel has been silent for 3 s\x1b[2J');
    at.clock.pass(50);
    expect(await at.text()).toContain('the wheel has been silent for 3 s\\u{1b}[2J');
    expect(at.written).toContain('\x07');
  });

  test('pause, faster and slower set the pace of the source', async () => {
    const at = rig();
    await at.type(']]');
    expect(at.rate).toBe(4);
    await at.type('p');
    expect(at.rate).toBe(0);
    at.clock.pass(50);
    expect(await at.text()).toContain('PAUSED');
    await at.type('p');
    expect(at.rate).toBe(4);
    await at.type('[');
    expect(at.rate).toBe(2);
  });
});

describe('the terminal', () => {
  const home = '\x1b[?25h\x1b[?1049l';

  /** What it takes to be as before: main screen, cursor, wrapping, cooked input. */
  function clean(at: ReturnType<typeof rig>): void {
    expect(at.modes.at(-1)).toBe(false);
    expect(at.written).toMatch(/\x1b\[m\x1b\[\?7h\x1b\[\?25h\x1b\[\?1049l$/);
    expect(at.written.split(home)).toHaveLength(2);
    expect(at.listeners()).toBe(0);
  }

  test('is as before after quitting, with what stood there', async () => {
    const at = rig();
    at.wheel(0, 0);
    await at.type('\x03');
    await at.type('\x03');
    await at.done;
    clean(at);
    expect(await at.text()).toBe('\n'.repeat(23));
    expect(at.screen.buffer.active.type).toBe('normal');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is as before after %s, which then has its usual effect',
    async (signal) => {
      const at = rig();
      at.send(signal);
      await at.done;
      clean(at);
      expect(at.raised).toEqual([signal]);
    },
  );

  test('is as before when the process ends by itself', async () => {
    const at = rig();
    at.exit();
    expect(at.modes).toEqual([true, false]);
    const written = at.written;
    at.wheel(100, 4);
    expect(at.written).toBe(written);
  });

  test('is given back for a suspension, and painted whole on the way back', async () => {
    const at = rig();
    at.wheel(0, 0);
    at.wheel(180, 8);
    const before = await at.text();
    await at.type('\x1a');
    expect(at.raised).toEqual(['SIGTSTP']);
    expect(at.modes.at(-1)).toBe(false);
    await at.text();
    expect(at.screen.buffer.active.type).toBe('normal');
    at.send('SIGCONT');
    expect(await at.text()).toBe(before);
    expect(at.modes.at(-1)).toBe(true);
  });

  test('comes back by itself when the stop request stopped nobody', async () => {
    const at = rig();
    at.send('SIGTSTP');
    expect(at.modes.at(-1)).toBe(false);
    at.clock.pass(300);
    expect(at.modes.at(-1)).toBe(true);
    expect(await at.text()).toContain('TOTAL');
  });

  test.each(['end', 'error'])('that is gone (%s) is not written to again', async (event) => {
    const at = rig();
    at.wheel(0, 0);
    await at.text();
    const written = at.written;
    if (event === 'end') at.input.end();
    else at.output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await at.done;
    expect(at.raised).toEqual(['SIGHUP']);
    expect(at.written).toBe(written);
    expect(at.modes).toEqual([true]);
  });

  test('that is resized is painted whole at the new size, once for many changes, its scrollback untouched', async () => {
    const at = rig();
    at.wheel(0, 0);
    at.wheel(180, 8);
    const start = at.written.length;
    for (let i = 0; i < 1000; i++) at.resize(2 + ((i * 7) % 199), 1 + ((i * 3) % 60));
    at.resize(120, 40);
    expect(at.written.length).toBe(start);
    at.clock.pass(50);
    expect(await at.text()).toMatch(/TOTAL[\s\S]*Note 2 in 240 m/);
    expect(at.written.slice(start)).not.toMatch(/\x1b\[[23]?J/);
    expect(at.written.length - start).toBeLessThan(9000);
  });

  test('that asks to wait is not written to until it is ready', async () => {
    const at = rig();
    at.wheel(0, 0);
    const write = at.output.write.bind(at.output);
    at.output.write = ((text: string) => {
      write(text);
      return false;
    }) as typeof at.output.write;
    at.wheel(100, 4);
    const written = at.written;
    at.wheel(200, 8);
    at.wheel(300, 12);
    expect(at.written).toBe(written);
    at.output.emit('drain');
    at.wheel(310, 13);
    expect(await at.text()).toMatch(/TOTAL +0\.31/);
  });
});

test('every key of the table does something that can be seen or heard', async () => {
  const bytes: Readonly<Record<string, string>> = {
    space: ' ',
    enter: '\r',
    esc: '\x1b',
    up: '\x1b[A',
    down: '\x1b[B',
    pgup: '\x1b[5~',
    pgdn: '\x1b[6~',
    home: '\x1b[H',
    f1: '\x1bOP',
    backspace: '\x7f',
    left: '\x1b[D',
    right: '\x1b[C',
    tab: '\t',
    'wheel-up': '\x1b[<64;1;1M',
    'wheel-down': '\x1b[<65;1;1M',
    'ctrl-l': '\x0c',
    'ctrl-z': '\x1a',
    'ctrl-c': '\x03',
  };
  for (const key of keyTable.flatMap(({ bindings }) => bindings.flatMap(({ keys }) => keys))) {
    const at = rig();
    at.wheel(0, 0);
    at.wheel(650, 26);
    // Looking ahead and in the second view, so that following and the first view make a difference too.
    await at.type(key === '2' ? 'j' : 'jv');
    const before = `${at.written} ${at.rate} ${at.raised}`;
    await at.type(bytes[key] ?? key);
    at.clock.pass(100);
    expect(`${at.written} ${at.rate} ${at.raised}`, key).not.toBe(before);
  }
});

test('trouble of the equipment stays beside what is said next, where there is one row', async () => {
  const at = rig();
  at.wheel(0, 0);
  at.notice('the sensor is silent');
  at.wheel(130, 6);
  expect(await at.text()).toMatch(/^ Note 2 in .*! {2,}the sensor is silent/m);
  await at.type('+-+-+-');
  at.clock.pass(100);
  expect(await at.text()).not.toContain('the sensor is silent');
});
