import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Ajv04Module from 'ajv-draft-04';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { identitiesOf } from '../../src/report/identity.ts';
import { paintOf, plain } from '../../src/report/paint.ts';
import { reports } from '../../src/report/registry.ts';
import type { CheckedFile, Style } from '../../src/report/report.ts';
import { diagnostic, problem } from '../../src/text/diagnostic.ts';
import { version } from '../../src/text/version.ts';

const Ajv04 = Ajv04Module.default;
const text = 'roadbook: 1\nnotes:\n  - km: 0\n    cap: 400\n';
const at = (what: string) => ({ start: text.indexOf(what), end: text.indexOf(what) + what.length });
const checked: CheckedFile = {
  file: 'day\u001b[31m.roadbook.yaml',
  text,
  diagnostics: [
    problem('cap-out-of-range', {
      message: 'note 1: cap must be at most 360, not 400',
      span: at('400'),
      notes: [{ message: 'the note', span: at('km: 0') }],
      help: 'headings go from 0 to 360',
      fix: { title: 'write 40', safe: true, edits: [{ span: at('400'), text: '40' }] },
    }),
    problem('format-deviation', { message: 'no place at all' }),
  ],
};
const totals = { files: 2, counts: { error: 1, warning: 1, info: 0 }, fixable: 1, known: 0 };

async function write(name: string, style: Partial<Style> = {}): Promise<string> {
  const report = reports.find((one) => one.name === name);
  const writer = report?.begin({ paint: plain, width: 80, ...style });
  if (!writer) throw new Error(name);
  const clean = { ...checked, file: 'clean.gpx', diagnostics: [] };
  return writer.file(checked) + writer.file(clean) + (await writer.end(totals));
}

test.each(reports.map(({ name }) => name))('the %s report', async (name) => {
  const shown = (await write(name)).replaceAll(`"${version}"`, '"…"');
  await expect(shown).toMatchFileSnapshot(`../golden/report/${name}.txt`);
});

test('colour paints and changes nothing else', async () => {
  const painted = await write('text', { paint: await paintOf(true) });
  expect(painted).toContain('\u001b[');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is control characters
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(await write('text'));
});

test('the sarif report is valid against its schema', async () => {
  const ajv = new Ajv04({ strict: false, validateFormats: false, unicodeRegExp: false });
  const require = createRequire(import.meta.url);
  const schema = JSON.parse(
    await readFile(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const validate = ajv.compile(schema);
  validate(JSON.parse(await write('sarif')));
  expect(validate.errors).toBe(null);
  validate({ version: '2.1.0', runs: [{}] });
  expect(validate.errors).not.toBe(null);
});

test('the sarif report brings the page of a rule that spoke', async () => {
  const report = reports.find(({ name }) => name === 'sarif');
  const writer = report?.begin({ paint: plain, width: 80 });
  const found = diagnostic({ code: 'RB301', rule: 'zone-not-closed', severity: 'error' }, { message: 'x' });
  writer?.file({ file: 'a b.gpx', text: '', diagnostics: [found] });
  const { runs } = JSON.parse((await writer?.end(totals)) ?? '');
  expect(runs[0].tool.driver.rules[0].help.markdown).toContain('# A zone begins and never ends');
  expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b.gpx');
});

test('the junit report is well-formed, whatever is in it', async () => {
  const events: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => events.push(name));
  parser.write(await write('junit')).close();
  expect(events).toEqual([
    'testsuites',
    'testsuite',
    'testcase',
    'failure',
    'testcase',
    'skipped',
    'testsuite',
    'testcase',
  ]);
});

test('no report lets a control or reordering character through', async () => {
  for (const { name } of reports) {
    const writer = reports.find((one) => one.name === name)?.begin({ paint: plain, width: 80 });
    const evil = 'x\u001b[2J\u009b1m\u202e|`<b>\r\n::error::y';
    const found = problem('syntax', { message: evil, help: evil, notes: [{ message: evil, span: null }] });
    writer?.file({ file: evil, text: '', diagnostics: [found] });
    const shown =
      writer?.file({ file: evil, text: '', diagnostics: [found] }) + ((await writer?.end(totals)) ?? '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
    expect(shown.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g), name).toBe(null);
    expect(shown.match(/^::error::y/m), name).toBe(null);
  }
});

test('identities stay when lines move, and differ within a file', () => {
  const [first, second] = identitiesOf(checked);
  const moved = checked.diagnostics.map((one) => ({ ...one, span: null }));
  expect(identitiesOf({ ...checked, diagnostics: moved })).toEqual([first, second]);
  const [syntax] = [problem('syntax', { message: 'm' })];
  const alike = identitiesOf({
    ...checked,
    diagnostics: [syntax, syntax].filter((one) => one !== undefined),
  });
  expect(new Set(alike).size).toBe(2);
});
