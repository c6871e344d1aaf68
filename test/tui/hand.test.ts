// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a terminal is sent
import { describe, expect, test } from 'vitest';
import { keyTable } from '../../src/tui/keys.ts';
import { found } from '../../src/tui/palette.ts';
import { stage } from './moments.ts';
import { rig } from './rig.ts';

/** A drive at 650 m, 10 m before note 3. */
function underWay(options: Parameters<typeof rig>[0] = {}) {
  const at = rig(options);
  at.wheel(0, 0);
  at.wheel(650, 26);
  return at;
}

const acts = (at: ReturnType<typeof rig>) => at.events.filter(({ type }) => type !== 'wheel');

describe('guarded keys', () => {
  test('partial to 0 asks for the key once more, and says what it takes away', async () => {
    const at = underWay();
    await at.type('t');
    expect(await at.text()).toContain('Partial to 0 (now 0.65)?');
    expect(acts(at)).toEqual([]);
    await at.type('t');
    expect(acts(at)).toMatchObject([{ type: 'trip-reset' }]);
    expect(await at.text()).toMatch(/PARTIAL +0\.00/);
    await at.type('u');
    expect(await at.text()).toContain('Undone: partial to 0; total 0.65, partial 0.65');
  });

  test.each(['\x1b', 'x', ' '])('any other key leaves the partial alone', async (key) => {
    const at = underWay();
    await at.type('t');
    await at.type(key);
    at.clock.pass(100);
    expect(await at.text()).not.toContain('Partial to 0');
    expect(acts(at)).toEqual([]);
  });
});

describe('looking ahead', () => {
  test('ends when a note is confirmed', async () => {
    const at = underWay();
    await at.type('jj');
    expect(await at.text()).toContain('LOOKING AHEAD');
    await at.type(' ');
    expect(await at.text()).not.toContain('LOOKING');
    expect(acts(at).map(({ type }) => type)).toEqual(['scroll', 'scroll', 'confirm', 'follow']);
  });

  test('ends when the note looked at is reached, and not before', async () => {
    const at = underWay();
    await at.type('j');
    at.wheel(1000, 40);
    expect(await at.text()).toContain('LOOKING AHEAD');
    at.wheel(1300, 52);
    expect(await at.text()).not.toContain('LOOKING');
  });
});

describe('the palette', () => {
  test('finds an act by its name and does it', async () => {
    const at = underWay();
    await at.type(':freeze');
    expect(await at.text()).toMatch(/▶ freeze +z/);
    await at.type('\r');
    expect(await at.text()).toContain('FROZEN');
    expect(acts(at)).toMatchObject([{ type: 'freeze' }]);
  });

  test('every act of the table is found by its own name', () => {
    for (const { deed, short } of keyTable.flatMap(({ bindings }) => bindings)) {
      if (deed.does !== 'palette') expect(found(short)[0]?.short).toBe(short);
    }
  });

  test('says that nothing has that name, and does nothing', async () => {
    const at = underWay();
    await at.type(':xyzzy\r');
    expect(await at.text()).toContain('nothing of that name');
    expect(acts(at)).toEqual([]);
  });
});

describe('six keys', () => {
  test('drive: look, trip, confirm, follow; and no other key does a thing', async () => {
    const at = underWay({ remote: true });
    await at.type('zurt+-qsc');
    expect(acts(at)).toEqual([]);
    await at.type('\x1b[B\x1b[A435');
    expect(acts(at)).toMatchObject([
      { type: 'scroll', by: 1 },
      { type: 'scroll', by: -1 },
      { type: 'follow' },
      { type: 'nudge', metres: 10 },
      { type: 'nudge', metres: -10 },
      { type: 'confirm' },
    ]);
  });

  test('reach every act by the menu', async () => {
    const at = underWay({ remote: true });
    const names = found('').map(({ short }) => short);
    await at.type('6');
    await at.type('2'.repeat(names.indexOf('freeze')));
    await at.type('5');
    expect(acts(at)).toMatchObject([{ type: 'freeze' }]);
  });

  test('set a distance by turning it', async () => {
    const at = underWay({ remote: true });
    const names = found('').map(({ short }) => short);
    await at.type(`6${'2'.repeat(names.indexOf('set'))}5`);
    await at.type('11125');
    expect(acts(at)).toMatchObject([{ type: 'set', metres: 670 }]);
  });

  test('answer what the questions show: never the figure of another note', async () => {
    const at = underWay({ remote: true });
    at.wheel(1500, 60);
    const names = found('').map(({ short }) => short);
    await at.type(`6${'2'.repeat(names.indexOf('lost'))}5`);
    const text = await at.text();
    const [, best] = /enter note (\d+): /.exec(text) ?? [];
    const [, second] = /→ note (\d+): /.exec(text) ?? [];
    expect(text).toMatch(/↑ not lost/);
    expect(text).toMatch(/↓ back at the last sure place/);
    expect(text).not.toMatch(/[│ ][1-9] note/);
    await at.type('4');
    const confirmed = acts(at).at(-1);
    expect(confirmed).toMatchObject({ type: 'confirm', sure: true });
    const number = confirmed?.type === 'confirm' ? stage.notes[confirmed.note ?? -1]?.number : null;
    expect(String(number)).toBe(second);
    expect(second).not.toBe(best);
  });

  test('quit by the menu, asked first', async () => {
    const at = underWay({ remote: true });
    const names = found('').map(({ short }) => short);
    await at.type(`6${'2'.repeat(names.indexOf('quit'))}55`);
    await at.done;
    expect(at.left).not.toBeNull();
  });
});

describe('the mouse', () => {
  test('is asked for, and given back', async () => {
    const at = underWay();
    expect(at.written).toContain('\x1b[?1000h\x1b[?1006h');
    await at.type('qy');
    await at.done;
    expect(at.written).toContain('\x1b[?1006l\x1b[?1000l');
    expect(rig({ mouse: false }).written).not.toContain('?1000');
  });

  test('its wheel looks ahead, a click looks at the note clicked', async () => {
    const at = underWay();
    await at.type('\x1b[<65;10;10M');
    expect(acts(at)).toMatchObject([{ type: 'scroll', by: 1 }]);
    await at.type('\x1b[<64;10;10M');
    const row = (await at.text()).split('\n').findIndex((line) => /^.{2} 5 /.test(line));
    await at.type(`\x1b[<0;20;${row + 1}M\x1b[<0;20;${row + 1}m`);
    expect(acts(at).at(-1)).toMatchObject({ type: 'scroll', by: 2 });
    expect(await at.text()).toMatch(/LOOKING AHEAD/);
  });
});

describe("the crew's own words", () => {
  test('are typed to the note in hand, shown with it, and handed on to be kept', async () => {
    const kept: unknown[] = [];
    const at = underWay({ onOwn: (own) => kept.push([...own]) });
    await at.type('aslow, 2 q stones\r');
    expect(await at.text()).toMatch(/ {2}slow, 2 q stones/);
    expect(kept).toEqual([[[2, { text: 'slow, 2 q stones', marked: false }]]]);
    await at.type('m');
    expect(await at.text()).toMatch(/3◆ +0\.66/);
    await at.type('ma\x15\r');
    expect(kept.at(-1)).toEqual([]);
    expect(await at.text()).not.toContain('stones');
    expect(acts(at)).toEqual([]);
  });

  test('that cannot be kept are said so', async () => {
    const at = underWay({ onOwn: (_, trouble) => trouble('the disk is read-only') });
    await at.type('m');
    at.clock.pass(50);
    expect(at.written).toContain('the disk is read-only');
  });
});

test('a question that the drive has left behind goes by itself', async () => {
  const at = rig();
  at.wheel(0, 0);
  at.wheel(2, 1);
  await at.type(' ');
  at.wheel(100, 5);
  await at.type(' ');
  expect(await at.text()).toContain('Note 2 at 0.42?');
  at.wheel(150, 7);
  expect(await at.text()).not.toContain('Note 2 at 0.42?');
});

test('a drive that begins paused is read ahead, and let go by p', async () => {
  const at = rig({ paused: true });
  expect(at.rate).toBe(0);
  expect(await at.text()).toContain('PAUSED');
  await at.type('jp');
  expect(at.rate).toBe(1);
});
