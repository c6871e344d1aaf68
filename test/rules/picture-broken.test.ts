import { expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { profiles } from '../../src/rules/profile.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';
const jpeg = Buffer.from('\xff\xd8\xff\xe0 invented \xff\xd9', 'latin1').toString('base64');

const behind = (code: string, more: string) =>
  Buffer.concat([Buffer.from(code, 'base64'), Buffer.from(more)]).toString('base64');

const ruling = { profile: profiles[0], levels: {} };

async function found(tulip: string): Promise<string[]> {
  const roadbook = { roadbook: 1, notes: [{ km: 0, text: 'start', pictures: { tulip } }] };
  const { diagnostics } = await lint(Buffer.from(JSON.stringify(roadbook)), 'x.roadbook.json', ruling);
  return diagnostics.filter(({ rule }) => rule === 'picture-broken').map(({ message }) => message);
}

/** As long as this, with bytes that are invented between the first and the last. */
const pngOf = (length: number) => {
  const whole = Buffer.from(png, 'base64');
  return Buffer.concat([whole.subarray(0, 41), Buffer.alloc(length, 7), whole.subarray(41)]).toString(
    'base64',
  );
};

test.each([
  ['a PNG of any length', `data:image/png;base64,${pngOf(1)}`],
  ['a PNG of another', `data:image/png;base64,${pngOf(2)}`],
  ['a large PNG', `data:image/png;base64,${pngOf(30_000)}`],
  ['a PNG', `data:image/png;base64,${png}`],
  ['a PNG wrapped at 76', `data:image/png;base64,\n${png.slice(0, 76)}\n${png.slice(76)}`],
  ['a PNG with a line end behind it', `data:image/png;base64,${behind(png, '\r\n')}`],
  ['a JPEG with what a camera leaves behind it', `data:image/jpeg;base64,${behind(jpeg, 'made up')}`],
  ['a PNG without padding', `data:image/png;base64,${png.replace(/=+$/, '')}`],
  ['a PNG with a character set', `data:image/png;charset=utf-8;base64,${png}`],
  ['a JPEG', `data:image/jpeg;base64,${jpeg}`],
  [
    'a GIF that says that it is a PNG, as in the official examples',
    'data:image/png;base64,R0lGODlhAQABAAAAADs=',
  ],
  ['an SVG', '<svg/>'],
  ['an SVG escaped', 'data:image/svg+xml,%3Csvg%2F%3E'],
  ['an SVG as it is', 'data:image/svg+xml;utf8,<svg a_b="c-d"/>'],
  ['an SVG in base64', 'data:image/svg+xml;base64,PHN2Zy8-'],
])('%s is whole', async (_, picture) => {
  expect(await found(picture)).toEqual([]);
});

test.each([
  [png.replaceAll('/', '_'), 'is written in the base64 of web addresses'],
  [png.slice(0, 60), 'is cut off or damaged: it does not end as a PNG does'],
  [`${png.slice(0, 40)} ${png.slice(41)}`, 'is cut off or damaged'],
  [jpeg.slice(0, 12), 'is cut off or damaged: it does not end as a JPEG does'],
  ['undefined', 'is none: it does not begin as a picture does'],
  ['', 'is none'],
])('%s', async (code, message) => {
  const [first, ...others] = await found(`data:image/png;base64,${code}`);
  expect(first).toContain(message);
  expect(others).toEqual([]);
});

test.each([`data:image/png,${png}`, `data:image/png;base64;${png}`])('%s', async (picture) => {
  expect(await found(picture)).toEqual([
    'the tulip picture of note 1 (0.00 km) does not say that it is in base64, “;base64,”',
  ]);
});
