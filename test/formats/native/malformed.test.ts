import { expect, test } from 'vitest';
import { readRoadbook } from '../../../src/formats/read.ts';
import { lineIndex } from '../../../src/text/span.ts';

const note = 'notes:\n  - km: 0\n    text: a\n';

/** Everything that is wrong in its own way; what is said, and what is kept, stands in the golden file. */
const cases: readonly (readonly [name: string, text: string])[] = [
  ['list', '- a\n- b\n'],
  ['scalar', 'hello'],
  ['number', '42'],
  ['comment only', '# nothing\n'],
  ['doc start only', '---\n'],
  ['null', '~'],
  ['two docs', `roadbook: 1\n${note}---\nroadbook: 1\n`],
  ['end marker', `roadbook: 1\n${note}...\n`],
  ['trailing ---', `roadbook: 1\n${note}---\n`],
  ['tab', 'roadbook: 1\nnotes:\n\t- km: 0\n'],
  ['tab2', 'roadbook: 1\nnotes:\n  - km: 0\n\t  cap: 3\n'],
  ['dup', 'roadbook: 1\nroadbook: 1\nnotes:\n  - km: 0\n    km: 1\n'],
  ['proto', `__proto__: {a: 1}\nconstructor: 3\n${note}    __proto__: {polluted: true}\n`],
  ['anchor', 'notes:\n  - &a\n    km: 0\n  - *a\n'],
  ['merge', 'notes:\n  - &a {km: 0}\n  - <<: *a\n    km: 1\n'],
  ['undefined alias', 'notes:\n  - *nope\n'],
  ['tag', 'notes:\n  - km: !!float 3\n    text: !foo x\n    name: !!str 12\n    at: !!set [1,2]\n'],
  ['complexkey', 'notes:\n  - ? [a, b]\n    : 1\n    km: 0\n'],
  ['deep', `notes: ${'['.repeat(100)}${']'.repeat(100)}`],
  ['unclosed quote', 'notes:\n  - km: 0\n    text: "abc\n  - km: 1\n    text: "x"\n  - km: 2\n'],
  ['unclosed single', "notes:\n  - km: 0\n    text: 'abc\n  - km: 1\n    text: x\n"],
  ['unclosed bracket', 'notes:\n  - km: 0\n    symbols: [a, b\n  - km: 1\n'],
  ['unclosed brace', 'notes:\n  - km: 0\n    tulip: { out: 3\n    cap: 3\n  - km: 1\n'],
  ['colon', 'notes:\n  - km: 0\n    text: R: left\n  - km: 1\n'],
  ['indent', 'notes:\n  - km: 0\n     cap: 3\n  - km: 1\n'],
  ['outdent', 'notes:\n  - km: 0\n   cap: 3\n  - km: 1\n'],
  ['no colon', 'notes:\n  - km: 0\n    cap 3\n  - km: 1\n'],
  ['no space', 'notes:\n  - km:0\n    cap:3\n  - km: 1\n'],
  ['at sign', 'notes:\n  - km: 0\n    text: @home\n  - km: 1\n'],
  ['percent', 'notes:\n  - km: 0\n    text: %x\n  - km: 1\n'],
  ['star', 'notes:\n  - km: 0\n    text: *x\n  - km: 1\n'],
  ['header syntax', 'roadbook: 1\nevent: a: b\nnotes:\n  - km: 0\n'],
  ['dash top', 'roadbook: 1\nnotes:\n- km: 0\n- km: 1\n  cap: "x\n- km: 2\ntotal: 3\n'],
  ['notes null', 'roadbook: 1\nnotes:\n'],
  ['notes scalar', 'roadbook: 1\nnotes: 3\n'],
  ['notes map', 'roadbook: 1\nnotes:\n  a: 1\n'],
  ['no notes', 'roadbook: 1\nevent: x\n'],
  ['km and distance', 'notes:\n  - km: 1\n    distance: 1000\n    limit: 30\n    limitKmh: 30\n'],
  ['track bad', 'notes: []\ntrack: |\n  1 2\n  3 x\n  95 4\n\n  5 6 7 8\n'],
  ['json trailing', '{"roadbook":1,"notes":[{"km":0},]}'],
  ['json cut', '{"roadbook":1,"notes":[{"km":0},{"km":1,"te'],
  ['json comment', '{"roadbook":1, // hi\n"notes":[]}'],
  ['json dup', '{"roadbook":1,"notes":[{"km":0,"km":1}]}'],
  ['json proto', '{"roadbook":1,"notes":[{"km":0,"__proto__":{"x":1}}]}'],
  ['json proto esc', '{"roadbook":1,"notes":[{"km":0,"__pr\\u006fto__":{"x":1}}]}'],
  ['json deep', `{"roadbook":1,"notes":${'['.repeat(50)}${']'.repeat(50)}}`],
  ['json 1e999', '{"roadbook":1,"notes":[{"km":1e999}]}'],
  ['json list', '[1,2]'],
  ['json two', '{"roadbook":1,"notes":[]} {}'],
  ['json single quotes', "{'roadbook':1,'notes':[{'km':3}]}"],
  ['json ctrl', '{"roadbook":1,"event":"a\nb","notes":[]}'],
  ['ctrl char', 'roadbook: 1\nevent: a\x07b\nnotes: []\n'],
  ['empty', ''],
  ['white', ' \n\t\n'],
  [
    'on/off',
    'notes:\n  - km: 012\n    number: 007\n    name: 007\n    text: off\n    show-at: off\n    partial: 0.10\n    cap: 0x10\n',
  ],
  ['crlf', 'roadbook: 1\r\nnotes:\r\n  - km: 0\r\n    text: |\r\n      a\r\n      b\r\n    cap: 400\r\n'],
];

async function account(name: string, text: string): Promise<string> {
  const file = name.startsWith('json')
    ? 'x.roadbook.json'
    : name.startsWith('other')
      ? 'x'
      : 'x.roadbook.yaml';
  const { roadbook, diagnostics } = await readRoadbook(Buffer.from(text), file);
  const position = lineIndex(text);
  const kept = roadbook ? `notes at ${JSON.stringify(roadbook.notes.map((n) => n.distance))}` : 'nothing';
  const found = diagnostics.map(({ code, rule, message, help, span }) => {
    const { line, column } = position(span?.start ?? 0);
    const meant = span
      ? ` ${JSON.stringify(text.slice(span.start, Math.min(span.end, span.start + 40)))}`
      : '';
    return `  ${code} ${rule} ${span ? `${line}:${column}` : '-'}${meant}\n    ${message}\n    help: ${help}\n`;
  });
  return `${name}: ${kept}\n${found.join('')}`;
}

test('each kind of damage is said at its place, and the rest is kept', async () => {
  const accounts = await Promise.all(cases.map(([name, text]) => account(name, text)));
  await expect(accounts.join('\n')).toMatchFileSnapshot('../../golden/native/malformed.txt');
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
