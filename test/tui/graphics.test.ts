// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a terminal is sent
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotted } from '../../src/tui/graphics/dotted.ts';
import { readPng } from '../../src/tui/graphics/png-read.ts';
import { writePng } from '../../src/tui/graphics/png-write.ts';
import { type Protocol, protocols, questionFor, wished } from '../../src/tui/graphics/protocol.ts';
import type { Raster } from '../../src/tui/graphics/raster.ts';
import { sixels } from '../../src/tui/graphics/sixel.ts';
import { stageOf } from '../support/drive.ts';
import { rig } from './rig.ts';

const rasters = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((rgb): Raster => ({ width, height, rgb })),
  );

/** A PNG of one's own making: its header, and its lines as they are packed, filter bytes and all. */
function png(
  width: number,
  height: number,
  depth: number,
  colour: number,
  lines: Buffer,
  more: Buffer[] = [],
) {
  const [plain] = [writePng({ width: 1, height: 1, rgb: new Uint8Array(3) })];
  const header = Buffer.from(plain.subarray(0, 33));
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([depth, colour], 24);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const [palette, clear] = more;
  return Buffer.concat([
    header,
    ...(palette ? [chunk('PLTE', palette)] : []),
    ...(clear ? [chunk('tRNS', clear)] : []),
    chunk('IDAT', deflateSync(lines)),
  ]);
}

describe('PNG', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(rasters, (raster) => {
        expect(readPng(writePng(raster))).toEqual(raster);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  test('every filter comes off', () => {
    // Grey, three by two; the second line by each filter, all meaning 10 20 40.
    const second = { 0: [10, 20, 40], 1: [10, 10, 20], 2: [9, 18, 37], 3: [10, 14, 29], 4: [9, 10, 20] };
    for (const [filter, bytes] of Object.entries(second)) {
      const read = readPng(png(3, 2, 8, 0, Buffer.from([0, 1, 2, 3, Number(filter), ...bytes])));
      expect(
        read?.rgb.filter((_, i) => i % 3 === 0 && i >= 9),
        filter,
      ).toEqual(new Uint8Array([10, 20, 40]));
    }
  });

  test('palettes, bits and transparency lie on white paper', () => {
    const palette = Buffer.from([255, 0, 0, 0, 0, 255]);
    const read = readPng(png(3, 1, 1, 3, Buffer.from([0, 0b01000000]), [palette, Buffer.from([255, 0])]));
    expect([...(read?.rgb ?? [])]).toEqual([255, 0, 0, 255, 255, 255, 255, 0, 0]);
    const faint = readPng(png(1, 1, 8, 4, Buffer.from([0, 0, 51])));
    expect([...(faint?.rgb ?? [])]).toEqual([204, 204, 204]);
  });

  test('hostile files are refused, and fast', () => {
    const bomb = png(1, 1, 8, 0, Buffer.alloc(50_000_000));
    const huge = png(60_000, 60_000, 8, 0, Buffer.alloc(10));
    const short = png(100, 100, 8, 2, Buffer.alloc(10));
    const start = process.cpuUsage();
    for (const bytes of [bomb, huge, short, Buffer.alloc(0), Buffer.from('89504e470d0a1a0a', 'hex')]) {
      expect(readPng(bytes)).toBeNull();
    }
    const { user } = process.cpuUsage(start);
    expect(user).toBeLessThan(1e6);
    const whole = writePng({ width: 4, height: 4, rgb: new Uint8Array(48) });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        readPng(broken);
        readPng(whole.subarray(0, at));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

test('sixels mean the picture again, in the colours there are', () => {
  fc.assert(
    fc.property(rasters, (raster) => {
      expect(fromSixels(sixels(raster), raster.width, raster.height)).toEqual(raster.rgb.map(inSixels));
    }),
    { numRuns: 60, seed: 8 },
  );
});

/** The nearest of the six levels that sixels have. */
function inSixels(level: number): number {
  return Math.round((Math.round((level / 255) * 5) * 255) / 5);
}

/** Reads sixels as a terminal does. */
function fromSixels(text: string, width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  const colours = new Map<number, number[]>();
  let [x, y, colour] = [0, 0, 0];
  for (const [token, name, r, g, b, count, sixel] of text
    .slice(text.indexOf('#'), -2)
    .matchAll(/#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)(?=([?-~]))|[?-~$-]/g)) {
    if (name !== undefined) {
      colour = Number(name);
      if (r !== undefined)
        colours.set(
          colour,
          [r, g, b].map((part) => Math.round(Number(part) * 2.55)),
        );
    } else if (token === '$') x = 0;
    else if (token === '-') [x, y] = [0, y + 6];
    else {
      const bits = (sixel ?? token).charCodeAt(0) - 63;
      // The counted character itself follows as a token of its own.
      for (let i = sixel === undefined ? 1 : Number(count) - 1; i > 0; i--, x++) {
        for (let bit = 0; bit < 6; bit++) {
          if (bits & (1 << bit)) rgb.set(colours.get(colour) ?? [], ((y + bit) * width + x) * 3);
        }
      }
    }
  }
  return rgb;
}

/** The first picture that was sent. */
function firstPicture(written: string, protocol: Protocol): Raster {
  switch (protocol) {
    case 'kitty': {
      // In pieces: the first names the format, each says whether more come (m=1).
      const [, ...pieces] =
        /\u001b_Ga=t,f=100[^;]*;([^\u001b]*)\u001b\\((?:\u001b_Gm=[01][^;]*;[^\u001b]*\u001b\\)*)/.exec(
          written,
        ) ?? [];
      const data = pieces.join('').replace(/\u001b_G[^;]*;|\u001b\\/g, '');
      return readPng(Buffer.from(data, 'base64')) ?? cross(1);
    }
    case 'iterm': {
      const [, data = ''] = /\u001b\]1337;File=inline=1[^:]*:([^\u0007\u001b]*)/.exec(written) ?? [];
      return readPng(Buffer.from(data, 'base64')) ?? cross(1);
    }
    case 'sixel': {
      const [text = '', width, height] = /\u001bP0;1q"1;1;(\d+);(\d+)[^\u001b]*\u001b\\/.exec(written) ?? [];
      const size = { width: Number(width), height: Number(height) };
      return { ...size, rgb: fromSixels(text, size.width, size.height) };
    }
  }
}

/** A black cross on white. */
function cross(size: number): Raster {
  const rgb = new Uint8Array(size * size * 3).fill(255);
  for (let i = 0; i < size; i++) {
    for (const at of [i * size + i, i * size + size - 1 - i]) rgb.fill(0, at * 3, at * 3 + 3);
  }
  return { width: size, height: size, rgb };
}

test('a picture in characters, where the terminal has no others', () => {
  expect(dotted(cross(16), { width: 8, height: 4 }, false)).toEqual([
    '⠑⢄    ⡠⠊',
    '  ⠑⢄⡠⠊',
    '  ⡠⠊⠑⢄',
    '⡠⠊    ⠑⢄',
  ]);
  expect(dotted(cross(8), { width: 8, height: 4 }, true)).toEqual([
    '##    ##',
    '  ####',
    '  ####',
    '##    ##',
  ]);
});

describe('in the cockpit', () => {
  const image = `data:image/png;base64,${writePng(cross(16)).toString('base64')}`;
  const stage = stageOf([
    { distance: 0, tulip: { entry: {}, exit: { angle: 30 }, roads: [{ angle: -40 }] } },
    { distance: 400, pictures: { tulip: image } },
    { distance: 800, pictures: { tulip: 'data:image/png;base64,AAAA', text: image } },
    { distance: 900, pictures: { tulip: '<svg/>' } },
  ]);
  const placed = /\u001b_Ga=p,i=\d+/g;
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

  test('a picture of the file is drawn in characters; what cannot be read is said to be one', async () => {
    const at = rig({ stage });
    at.wheel(0, 0);
    at.wheel(200, 8);
    const text = await at.text();
    expect(text).toContain('⠛⢄⡀');
    // Damaged, and SVG: the crew must not take them for straight on.
    expect(text).toMatch(/ image,[\s\S]* SVG\b/);
    // Text that the file has as a picture alone.
    expect(text).toMatch(/ image, +[⠁-⣿]/);
    expect(at.written).not.toContain('\u001b_Ga=t');
  });

  test('to a kitty each picture is sent once, moved with its note, and taken away under an overlay', async () => {
    const at = rig({ stage, pictures: 'kitty' });
    expect(count(at.written, /a=t,f=100/g)).toBe(2);
    expect(count(at.written, placed)).toBe(2);
    at.wheel(0, 0);
    at.wheel(10, 1);
    const sent = count(at.written, /a=t,f=100/g);
    const before = at.written.length;
    at.wheel(20, 2);
    expect(at.written.slice(before)).not.toContain('\u001b_G');
    await at.type('?');
    expect(count(at.written.slice(before), /a=d,d=i/g)).toBeGreaterThan(0);
    await at.type('n');
    expect(count(at.written.slice(before), placed)).toBeGreaterThan(0);
    expect(count(at.written, /a=t,f=100/g)).toBe(sent);
  });

  test.each([
    ['iterm', '\u001b]1337;File=inline=1'],
    ['sixel', '\u001bP0;1q'],
  ] as const)('to %s', async (pictures, start) => {
    const at = rig({ stage, pictures });
    expect(at.written.split(start).length).toBe(3);
    at.wheel(0, 0);
    at.wheel(10, 1);
    const before = at.written.length;
    await at.type('j');
    at.wheel(20, 2);
    expect(at.written.slice(before)).not.toContain(start);
    // Where a picture stood every cell is written over.
    expect(await at.text()).toContain('image,');
  });

  test('what each protocol sends is the tulip, decoded as a terminal does', async () => {
    const sent = (pictures: Protocol) =>
      firstPicture(rig({ stage, pictures, theme: 'day' }).written, pictures);
    const kitty = sent('kitty');
    expect(dotted(kitty, { width: 12, height: 6 }, false)).toMatchInlineSnapshot(`
      [
        "       ⢀⣀",
        "   ⠣⡀ ⢀⣽⠿",
        "    ⠙⢄⣾⠃",
        "     ⢸⡇",
        "     ⢸⡇",
        "     ⣼⣧",
      ]
    `);
    expect(sent('iterm')).toEqual(kitty);
    expect(sent('sixel').rgb).toEqual(kitty.rgb.map(inSixels));
  });

  test('what the terminal answers decides, and nobody waits for it', async () => {
    const at = rig({ stage });
    expect(at.written).toContain('\u001b_Gi=1');
    expect(await at.text()).toContain('TOTAL');
    await at.type('\u001b_Gi=1;OK\u001b\\\u001b[6;20;10t\u001b[?62;4;22c');
    expect(at.written).toContain('a=t,f=100');
    const other = rig({ stage });
    await other.type('\u001b_Gi=1;ENOENT:no\u001b\\\u001b[?62;4;22c');
    expect(other.written).toContain('\u001bP0;1q');
  });

  test('it is never asked for where that could go astray', () => {
    for (const env of [{ TERM: 'linux' }, { TERM: 'tmux-256color' }, { TERM: 'xterm', TMUX: '/tmp/x' }, {}]) {
      expect(questionFor('auto', env)).toBe('');
      expect(wished('auto', env)).toBeNull();
    }
    expect(questionFor('off', { TERM: 'xterm-kitty' })).toBe('');
    for (const protocol of protocols) expect(wished(protocol, {})).toBe(protocol);
    expect(wished('auto', { TERM: 'xterm-kitty' })).toBe('kitty');
    expect(wished('auto', { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' })).toBe('iterm');
    expect(wished('auto', { TERM: 'foot' })).toBe('sixel');
  });
});
