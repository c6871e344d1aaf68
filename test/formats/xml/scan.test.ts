import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { XmlHandler } from '../../../src/formats/xml/handler.ts';
import { parseXml } from '../../../src/formats/xml/saxes.ts';
import { scanXml } from '../../../src/formats/xml/scan.ts';
import { markup } from '../../support/markup.ts';
import { changedBytes } from '../../support/mutate.ts';

type Said = [string, ...unknown[]];

/** Everything a parser says, texts that follow each other put together. */
function listener(): { said: Said[]; handler: XmlHandler } {
  const said: Said[] = [];
  const handler: XmlHandler = {
    open: (name, attributes, start, end) => said.push(['open', name, attributes, start, end]),
    text(text) {
      if (text === '') return; // an empty CDATA section
      const last = said.at(-1);
      if (last?.[0] === 'text') last[1] = `${last[1]}${text}`;
      else said.push(['text', text]);
    },
    close: (start, end) => said.push(['close', start, end]),
    instruction: (target, body) => said.push(['instruction', target, body]),
    problem: ({ rule, message }) => said.push(['problem', rule, message]),
  };
  return { said, handler };
}

function both(text: string): { isSure: boolean; scanned: Said[]; parsed: Said[] } {
  const fast = listener();
  const full = listener();
  const isSure = scanXml(text, fast.handler);
  parseXml(text, full.handler);
  return { isSure, scanned: fast.said, parsed: full.said };
}

/** Where the scanner is sure, it says what the parser says; where there is a problem, it is not sure. */
function agree(text: string): boolean {
  const { isSure, scanned, parsed } = both(text);
  // Many times as fast as toEqual, which then shows the difference.
  if (isSure && !isDeepStrictEqual(scanned, parsed)) expect(scanned).toEqual(parsed);
  return isSure;
}

const fixtures = join(import.meta.dirname, '../../fixtures');
const files = ['openrally', 'gpx'].flatMap((folder) =>
  readdirSync(join(fixtures, folder)).map((name) => readFileSync(join(fixtures, folder, name))),
);

describe('the scanner', () => {
  test.each([
    '<a/>',
    '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\r\n<a b="1"\n  c=\'2\' ><b>x</b>\r\n</a >\n<!-- end -->',
    '<a b="&lt;&#65;&#x42;&quot;" c="1\r\n2\t3"> &amp;&#13; <![CDATA[ ]] > & < ]]>y<!-- - --><?p q ?><?r?>\r</a>',
    '<a:b xmlns:a="urn:a"><a:c a:d="e"/></a:b>',
    '<a>\u00e9\u{1f42a}&#x1F42A;</a>',
  ])('is sure of %j', (text) => {
    expect(agree(text)).toBe(true);
  });

  test.each([
    ...[
      '',
      ' ',
      'x',
      '<a>',
      '<a></b>',
      '</a>',
      '<a/><a/>',
      '<a/>x',
      'x<a/>',
      '<a',
      '<a b',
      '<a b>',
      '<a b=1/>',
      '<a b="<"/>',
    ],
    ...[
      '<a b="1" b="2"/>',
      '<a b="1"c="2"/>',
      '<a / >',
      '< a/>',
      '<a>]]></a>',
      '<a>&</a>',
      '<a>&b;</a>',
      '<a>&#0;</a>',
      '<a>&#x110000;</a>',
    ],
    ...[
      '<a><!-- -- --></a>',
      '<a><!-- --->',
      '<a><![CDATA[</a>',
      '<![CDATA[]]><a/>',
      '<!DOCTYPE a><a/>',
      '<a><?xml b?></a>',
      ' <?xml version="1.0"?><a/>',
    ],
    ...[
      '<?xml version="1.1"?><a/>',
      '<?xml encoding="UTF-8"?><a/>',
      '<a>\u0001</a>',
      '<a>\ud800</a>',
      '<a>\uffff</a>',
      '<\u00e9/>',
      '<a b="&"/>',
      '<a/ >',
      '<-a/>',
      '<a><?b:c?></a>',
    ],
    `<a>${'<b>'.repeat(70)}${'</b>'.repeat(70)}</a>`,
  ])('is not sure of %j', (text) => {
    expect(agree(text)).toBe(false);
  });

  it('is sure of every file as producers write them', () => {
    for (const bytes of files) expect(agree(bytes.toString('utf8'))).toBe(true);
  });

  /** FUZZ_RUNS widens the run: `npm run fuzz` sets it. */
  const numRuns = Number(process.env.FUZZ_RUNS ?? 2000);
  const seed = Number(process.env.FUZZ_SEED ?? 20261012);

  it('says the same as the parser of documents made of pieces', () => {
    const pieces = [
      '<a>',
      '</a>',
      '<a/>',
      '<b c="d">',
      '</b>',
      "<a b='\"'/>",
      ' ',
      '\r\n',
      '\r',
      '\t',
      'x',
      '&amp;',
      '&#10;',
      '&#x20;',
      '&',
    ];
    const more = [
      ']]>',
      '<![CDATA[',
      '<!--',
      '-->',
      '--',
      '<?p',
      '<?p q?>',
      '?>',
      '"',
      "'",
      '=',
      '>',
      '<',
      '/',
      '\u00e9',
      ' e="f"',
      '&lt;',
      '\u0000',
      '\ud83d',
    ];
    const inside = fc
      .array(fc.constantFrom(...pieces, ...more), { maxLength: 12 })
      .map((all) => all.join(''));
    let sure = 0;
    fc.assert(
      fc.property(inside, fc.boolean(), (text, isWrapped) => {
        if (agree(isWrapped ? `<r>${text}</r>` : text)) sure++;
      }),
      { seed, numRuns: numRuns * 5 },
    );
    // It must not be right by never being sure.
    expect(sure).toBeGreaterThan(numRuns / 4);
  });

  it('says the same as the parser of documents as programs write them', () => {
    let sure = 0;
    fc.assert(
      fc.property(fc.noBias(fc.nat()).map(markup), (text) => {
        if (agree(text)) sure++;
      }),
      { seed, numRuns },
    );
    expect(sure).toBeGreaterThan(numRuns * 0.7);
  });

  it('says the same as the parser of files with changed bytes', () => {
    const insert = fc.oneof(
      fc
        .constantFrom('<', '>', '&', '"', ']]>', '<!--', '-->', '<a/>', '\r', ' b="c"')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 3 }),
    );
    const where = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    const change = fc.record({ where, remove: fc.nat({ max: 3 }), insert });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (bytes, changes) => {
          agree(Buffer.from(changedBytes(bytes, changes, 1)).toString('utf8'));
        },
      ),
      { seed, numRuns },
    );
  });
});
