import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { plainText, readHtml } from '../../src/formats/html.ts';

test.each([
  ['<p>Stage <strong>2</strong> &amp; more</p><p><br></p><p>end</p>', 'Stage 2 & more\nend'],
  ['one<br>two<br/>three<div>four</div>', 'one\ntwo\nthree\nfour'],
  ['a&nbsp;b&#32;c&#x64;&lt;e&gt; 20&deg;', 'a b cd<e> 20°'],
  ['&unknown; &#0; &#xD800; &#x110000; & &amp', '&unknown; &#0; &#xD800; &#x110000; & &amp'],
  ['<script>alert("<p>")</script>shown<STYLE>p{}</style><!-- <b>no</b> -->!', 'shown!'],
  ['3 < 4 and no end', '3 < 4 and no end'],
  ['a <b', 'a <b'],
  ['seen <!-- unseen', 'seen'],
  ['3 < 4 > 2 <3', '3 < 4 > 2 <3'],
  ['<b>5 &gt; 4</b>', '5 > 4'],
  ['   \n ', ''],
])('%j reads as %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test.each([
  ['<img src="a/b.svg">', 'a/b.svg'],
  ["<IMG class='x' SRC = 'a&amp;b.svg' >", 'a&b.svg'],
  ['<img alt=x src=c.svg>', 'c.svg'],
  ['<img data-src="no">', ''],
])('the image of %s is %s', (html, source) => {
  expect(readHtml(html)).toEqual([{ kind: 'image', source }]);
});

it('leaves no markup behind, whatever it is given', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '<p>',
    '</p>',
    '<img src="',
    '"',
    '<!--',
    '-->',
    '&lt;',
    'a',
    ' ',
    '<script>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const words = plainText(pieces.join('').replaceAll('&lt;', ''));
      expect(words).not.toMatch(/<(?:p|\/p|img|script)\b[^<>]*>/);
    }),
    { seed: 3, numRuns: 500 },
  );
});

it('is done with a large text in no time', () => {
  const before = process.cpuUsage().user;
  for (const piece of [
    '<',
    '<!--',
    '<style>',
    '<style></style>',
    '&',
    '&#',
    '<img src',
    '<p ',
    '<a <b',
    '<script>x',
  ]) {
    plainText(piece.repeat(50_000));
  }
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
});
