import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonFinding } from '../../src/report/json.ts';
import { openEditor } from '../support/editor.ts';
import { roadbook, root } from '../support/run.ts';

let editor: Awaited<ReturnType<typeof openEditor>>;
beforeAll(async () => {
  editor = await openEditor(['--stdio']);
});
afterAll(() => editor.server.kill());

const good = await readFile(join(root, 'roadbooks/shakedown.roadbook.yaml'), 'utf8');
const severities: Record<string, number> = { error: 1, warning: 2, info: 3 };

/** What `roadbook check --format json` says of a text, as an editor shows it. */
async function checked(name: string, text: string): Promise<unknown[]> {
  const { stdout } = await roadbook(['check', '-', '--stdin-filename', name, '--format', 'json'], {
    input: text,
  });
  const position = (line: number | null, column: number | null) => ({
    line: (line ?? 1) - 1,
    character: (column ?? 1) - 1,
  });
  return JSON.parse(stdout).findings.map((found: JsonFinding) => ({
    code: found.rule,
    severity: severities[found.severity],
    message: found.help === null ? found.message : `${found.message}\nhelp: ${found.help}`,
    range: { start: position(found.line, found.column), end: position(found.endLine, found.endColumn) },
    related: found.notes
      .filter(({ line }) => line !== null)
      .map((note) => ({ message: note.message, start: position(note.line, note.column) })),
  }));
}

async function seen(uri: string, version: number): Promise<unknown[]> {
  const { diagnostics } = await editor.diagnostics(uri, version);
  return diagnostics.map(({ code, severity, message, range, relatedInformation = [] }) => ({
    code,
    severity,
    message,
    range,
    related: relatedInformation.map(({ message, location }) => ({ message, start: location.range.start })),
  }));
}

/** A document with the cursor at `|`. */
function withCursor(name: string, text: string) {
  const uri = `file:///day/${name}.roadbook.yaml`;
  const offset = text.indexOf('|');
  const whole = text.slice(0, offset) + text.slice(offset + 1);
  return { uri, whole, position: TextDocument.create(uri, 'yaml', 1, whole).positionAt(offset) };
}

test('it says what it can', () => {
  expect(editor.initialized).toMatchObject({
    serverInfo: { name: 'roadbook' },
    capabilities: { hoverProvider: true, textDocumentSync: { openClose: true, change: 2 } },
  });
});

describe('findings', () => {
  const broken = [
    'speed-zone-not-closed',
    'key-mistyped',
    'quote-not-closed',
    'finish-before-start',
    'cap-out-of-range',
    'no-notes',
  ];
  test.each(broken)('%s: exactly those of check', async (name) => {
    const text = await readFile(join(root, `roadbooks/broken/${name}.roadbook.yaml`), 'utf8');
    const uri = `file:///day/${name}.roadbook.yaml`;
    await editor.open(uri, text);
    const expected = await checked(`${name}.roadbook.yaml`, text);
    expect(expected).not.toEqual([]);
    expect(await seen(uri, 1)).toEqual(expected);
  });

  test.each([
    ['columns behind an emoji', 'roadbook: 1\nevent: "🐪🐪"\nnotes: [{ km: 0, text: "🐪", cap: 400 }]\n'],
    ['CRLF', 'roadbook: 1\r\nnotes:\r\n  - km: 0\r\n    cap: 400\r\n    text: start\r\n'],
    ['GPX that declares another encoding', '<?xml version="1.0" encoding="iso-8859-1"?>\n<gpx>é</gpx>\n'],
  ])('%s', async (name, text) => {
    const file = `${name.replaceAll(' ', '-')}${text.startsWith('<') ? '.gpx' : '.roadbook.yaml'}`;
    await editor.open(`file:///day/${file}`, text);
    // Standard input is bytes, which that encoding would misread; the editor's text is not.
    const expected = await checked(file, text.replace('iso-8859-1', 'utf-8'));
    if (!text.startsWith('<')) expect(await seen(`file:///day/${file}`, 1)).toEqual(expected);
    else expect(await seen(`file:///day/${file}`, 1)).toHaveLength(expected.length);
  });

  test('go when the text is mended, and come back with an edit', async () => {
    const uri = 'file:///day/mended.roadbook.yaml';
    await editor.open(uri, good.replace('cap: 32', 'cap: 432'));
    expect(await seen(uri, 1)).toMatchObject([{ code: 'cap-out-of-range', severity: 1 }]);
    await editor.change(uri, 2, good);
    expect(await seen(uri, 2)).toEqual([]);
    const line = good.split('\n').findIndex((one) => one.includes('cap: 32'));
    const range = { start: { line, character: 9 }, end: { line, character: 11 } };
    await editor.change(uri, 3, '999', range);
    expect(await seen(uri, 3)).toMatchObject([{ code: 'cap-out-of-range' }]);
    await editor.close(uri);
    expect((await editor.diagnostics(uri)).diagnostics).toEqual([]);
  });

  test('of a hundred keystrokes that wait together, the last one is checked', async () => {
    const uri = 'file:///day/typed.roadbook.yaml';
    const text = 'roadbook: 1\nnotes:\n  - { km: 0, text: go }\n  - { km: 1, text: ';
    await editor.open(uri, text);
    await editor.diagnostics(uri, 1);
    const keys = [...'x'.repeat(95), ...', cap: 400 }'];
    const end = { line: 3, character: 999 };
    const messages = keys.map((key, i) => ({
      jsonrpc: '2.0',
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri, version: i + 2 },
        contentChanges: [{ range: { start: end, end }, text: key }],
      },
    }));
    const bytes = messages.map((message) => JSON.stringify(message));
    editor.server.stdin.write(bytes.map((one) => `Content-Length: ${one.length}\r\n\r\n${one}`).join(''));
    expect(await seen(uri, keys.length + 1)).toMatchObject([{ code: 'cap-out-of-range' }]);
    const versions = editor.published.filter((one) => one.uri === uri).map(({ version }) => version ?? 0);
    expect(versions.length).toBeLessThan(10);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  test('a YAML file that is no roadbook is left in peace; one that says so is not', async () => {
    await editor.open('file:///day/compose.yml', 'services:\n  web: { image: x }\n');
    await editor.open('untitled:Untitled-1', '# a stage\nroadbook: 1\nnotes: []\n');
    expect(await seen('file:///day/compose.yml', 1)).toEqual([]);
    expect(await seen('untitled:Untitled-1', 1)).toMatchObject([{ code: 'no-notes' }]);
  });

  test('a rule links to its page', async () => {
    const { diagnostics } = await editor.diagnostics('file:///day/speed-zone-not-closed.roadbook.yaml', 1);
    const href = diagnostics[0]?.codeDescription?.href ?? '';
    const [page = '', anchor = ''] = href.split('#');
    const heading = anchor.replace('rb301-', 'RB301 ');
    expect(await readFile(new URL(page), 'utf8')).toContain(`\n### ${heading}\n`);
  });
});

describe('hover', () => {
  const hover = async (name: string, text: string) => {
    const { uri, whole, position } = withCursor(`hover-${name}`, text);
    await editor.open(uri, whole);
    const found = await editor.hover(uri, position);
    return found === null ? null : JSON.stringify(found.contents);
  };
  test.each([
    ['finding', 'roadbook: 1\nnotes:\n  - { km: 0, zone: D|Z, limit: 50 }\n', 'RB301 zone-not-closed'],
    ['rule', 'roadbook: 1 # zone-not-|closed\n', 'A DZ has no FZ'],
    ['code', 'roadbook: 1 # RB3|01\n', 'A DZ has no FZ'],
    ['symbol', 'roadbook: 1\nnotes:\n  - { km: 0, symbols: [we|ll] }\n', 'puits'],
    ['numbered', 'roadbook: 1\nnotes:\n  - { km: 0, symbols: [speed-5|0] }\n', 'limite 50'],
    ['letters', 'roadbook: 1\nnotes:\n  - km: 0\n    text: kp|L at fork\n', 'keep left'],
    [
      'dune',
      'roadbook: 1\nnotes:\n  - km: 0\n    text: cross D|N\n',
      'dune, duna — or — start of the neutral',
    ],
    ['block', 'roadbook: 1\nnotes:\n  - km: 0\n    text: >-\n      over the D|N\n', 'dune'],
  ])('%s', async (name, text, expected) => {
    const found = await hover(name, text);
    expect(found).toContain(expected);
  });

  test('a mark is no dune', async () => {
    const text =
      'roadbook: 1\nnotes:\n  - { km: 0, zone: { type: D|N, time: 60 } }\n  - { km: 1, zone: FN }\n';
    const found = await hover('mark', text);
    expect(found).toContain('start of the neutralisation');
    expect(found).not.toContain('dune');
  });

  test('shows no example, and nothing where nothing is known', async () => {
    expect(await hover('plain', 'roadbook: 1\nev|ent: x\nnotes: [{ km: 0, text: go }]\n')).toBeNull();
    expect(await hover('short', 'roadbook: 1 # zone-not-|closed\n')).not.toContain('Examples');
  });
});

describe('completion', () => {
  const note = 'roadbook: 1\nnotes:\n  - km: 0.5\n';
  test.each([
    ['symbols in brackets', `${note}    symbols: [|`, 'well', 'kpL'],
    ['a second symbol', `${note}    symbols: [camel, we|ll]\n`, 'well', 'sand'],
    ['symbols as a list', `${note}    symbols:\n      - camel\n      - |\n`, 'well', 'DSS'],
    ['a list at the column of its key', `${note}    symbols:\n    - |\n`, 'well', 'DSS'],
    ['symbols of a tulip', `${note}    tulip: { out: 0, symbols: [{ symbol: w| }] }`, 'well', 'DSS'],
    ['a waypoint', `${note}    wp: |\n`, 'WPM', 'well'],
    ['a waypoint as a mapping', `${note}    wp: { type: W|, open: 800 }\n`, 'WPM', 'well'],
    ['a waypoint in a block', `${note}    wp:\n      type: |\n`, 'WPM', 'well'],
    ['a waypoint in a list', `${note}    wp: [WPM, |]\n`, 'DSS', 'well'],
    ['a note in one line', 'roadbook: 1\nnotes:\n  - { km: 0, zone: | }\n', 'DZ', 'well'],
    ['ground', `${note}    surface: |\n`, 'sand', 'main-track'],
    ['line styles', `${note}    tulip: { out: 0, surface: [track, | } `, 'main-track', 'sand'],
    ['line styles in a block', `${note}    tulip:\n      surface: [|`, 'main-track', 'sand'],
    ['services', `${note}    services: [|]\n`, 'fuel', 'sand'],
    ['letters', `${note}    text: R at fork, kp|\n`, 'kpL', 'well'],
    ['letters in a block', `${note}    text: >-\n      R at fork\n      kp|\n`, 'kpL', 'well'],
    ['JSON', '{"roadbook": 1, "notes": [{"km": 0, "symbols": ["|"]}]}', 'well', 'kpL'],
  ])('%s', async (name, text, offered, not) => {
    const { uri, whole, position } = withCursor(`complete-${name.replaceAll(' ', '-')}`, text);
    await editor.open(uri, whole);
    const labels = (await editor.complete(uri, position)).map(({ label }) => label);
    expect(labels).toContain(offered);
    expect(labels).not.toContain(not);
  });

  test.each([
    ['a key', `${note}    |\n`],
    ['a key in braces', `${note}    wp: { | }\n`],
    ['a number', `${note}    cap: |\n`],
    ['a comment', `${note}    wp: WPM # |\n`],
    ['XML', '<gpx>\n  text: |\n</gpx>'],
  ])('nothing for %s', async (name, text) => {
    const { uri, whole, position } = withCursor(`none-${name.replaceAll(' ', '-')}`, text);
    await editor.open(uri, whole);
    expect(await editor.complete(uri, position)).toEqual([]);
  });

  test('a symbol is found by its word in French and replaces the word that was typed', async () => {
    const { uri, whole, position } = withCursor('puits', `${note}    symbols: [camel, pui|ts]\n`);
    await editor.open(uri, whole);
    const well = (await editor.complete(uri, position)).find(({ label }) => label === 'well');
    expect(well).toMatchObject({ filterText: expect.stringContaining('puits') });
    if (!well?.textEdit) throw new Error('no edit');
    const document = TextDocument.create(uri, 'yaml', 1, whole);
    const range = 'range' in well.textEdit ? well.textEdit.range : well.textEdit.insert;
    const edited = TextDocument.applyEdits(document, [{ range, newText: well.textEdit.newText }]);
    expect(edited).toContain('symbols: [camel, well]');
  });

  test('a space in a text does not bring up a list by itself', async () => {
    const { uri, whole, position } = withCursor('prose', `${note}    text: keep |\n`);
    await editor.open(uri, whole);
    expect(await editor.complete(uri, position, ' ')).toEqual([]);
    expect(await editor.complete(uri, position)).not.toEqual([]);
  });
});

describe('fixes', () => {
  const text =
    'roadbook: 1\nnotes:\n  - { km: 0, cap: 360, text: go }\n  - { km: 1.2, cap: 360, text: end }\n';
  const uri = 'file:///day/north.roadbook.yaml';
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

  test('one by one, or all that is certain: then the file is clean', async () => {
    await editor.open(uri, text);
    const actions = await editor.actions(uri, everywhere);
    expect(actions).toMatchObject([
      { title: 'write 0', kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'cap-360' }] },
      { title: 'write 0', kind: 'quickfix' },
      { kind: 'source.fixAll.roadbook' },
    ]);
    const [all] = await editor.actions(uri, everywhere, ['source.fixAll']);
    const edits = all?.edit?.changes?.[uri] ?? [];
    const fixed = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), edits);
    expect(fixed).toBe(text.replaceAll('cap: 360', 'cap: 0'));
    await editor.change(uri, 2, fixed);
    expect(await seen(uri, 2)).toEqual([]);
    expect(await editor.actions(uri, everywhere)).toEqual([]);
  });

  test('only those where the cursor is', async () => {
    await editor.change(uri, 3, text);
    const here = { line: 3, character: 22 };
    const actions = await editor.actions(uri, { start: here, end: here }, ['quickfix']);
    expect(actions).toHaveLength(1);
  });
});

test('it survives any text, and what it is asked about documents it does not know', async () => {
  const texts = [
    '\u0000',
    '\ufeffroadbook: 1',
    '[[[[',
    '{'.repeat(3000),
    '\ud800',
    '"',
    '- - - :',
    'roadbook:\r\r',
  ];
  for (const [i, text] of texts.entries()) {
    const uri = `file:///day/%E0%A4%A${i}.roadbook.yaml`;
    const position = { line: 0, character: text.length };
    await editor.open(uri, text);
    expect((await seen(uri, 1)).length).toBeGreaterThanOrEqual(0);
    await editor.complete(uri, position);
    await editor.hover(uri, { line: 7, character: 900 });
    await editor.actions(uri, { start: position, end: position });
  }
  expect(await editor.hover('file:///unknown', { line: 0, character: 0 })).toBeNull();
  expect(editor.stderr()).toBe('');
});

test('each file is checked by the config nearest to it, as it is now', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-lsp-'));
  const doubtful = 'roadbook: 1\ntotal: 7\nnotes: [{ km: 0, text: go }, { km: 1.2, text: end }]\n';
  const level = async (uri: string, version: number) =>
    (await editor.diagnostics(uri, version)).diagnostics.map(({ code, severity }) => [code, severity]);
  await mkdir(join(folder, 'day'));
  await writeFile(join(folder, 'roadbook.config.yaml'), 'rules: { total-mismatch: error }\n');
  await writeFile(join(folder, 'day/roadbook.config.yaml'), 'rules: { total-mismatch: off }\n');
  const [above, below] = ['x.roadbook.yaml', 'day/x.roadbook.yaml'].map(
    (name) => pathToFileURL(join(folder, name)).href,
  );
  if (!above || !below) throw new Error('two files');
  await editor.open(above, doubtful);
  await editor.open(below, doubtful);
  expect(await level(above, 1)).toEqual([['total-mismatch', severities.error]]);
  expect(await level(below, 1)).toEqual([]);
  await rm(join(folder, 'day/roadbook.config.yaml'));
  await editor.change(below, 2, doubtful);
  expect(await level(below, 2)).toEqual([['total-mismatch', severities.error]]);
  await rm(folder, { recursive: true });
});

describe('the end', () => {
  test('shutdown, then exit: code 0', async () => {
    expect(await (await openEditor()).quit()).toBe(0);
  });

  test('an editor that dies: the server goes too, with 1', async () => {
    const { server, code } = await openEditor();
    server.stdin.end();
    expect(await code).toBe(1);
  });

  test('--rule and --profile hold as for check', async () => {
    const other = await openEditor(['--rule', 'no-notes=off']);
    await other.open('file:///a.roadbook.yaml', 'roadbook: 1\nnotes: []\n');
    expect((await other.diagnostics('file:///a.roadbook.yaml', 1)).diagnostics).toEqual([]);
    expect(await other.quit()).toBe(0);
  });
});
