import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { pageOf, titleOf } from '../../src/rules/page.ts';
import { profiles } from '../../src/rules/profile.ts';
import { rules } from '../../src/rules/registry.ts';
import { problemPage } from '../../src/text/problem-page.ts';
import { problems } from '../../src/text/problems.ts';
import { lineIndex } from '../../src/text/span.ts';
import { root } from '../support/run.ts';

const folder = join(root, 'src/rules');
const pages = (await readdir(folder)).filter((file) => file.endsWith('.md'));
const [profile] = profiles;
const ruling = { profile, levels: {} };
const sections = ['What is wrong', 'Why it matters', 'What to do', 'Source', 'Examples'];

/** The fenced examples of a page: their language, whether they are good, and their text. */
function examples(page: string) {
  return [...page.matchAll(/^```(\w+) (good|bad)\n([\s\S]*?)\n```$/gm)].map(([, language, kind, text]) => ({
    language,
    kind,
    text: `${text}\n`,
  }));
}

interface Mark {
  line: number;
  column: number;
  length: number;
  message: string;
}

/** What the caret lines of a YAML example say: each is about the nearest line above that is none. */
function carets(text: string): Mark[] {
  const marks: Mark[] = [];
  let above = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const [, before, marked, message] = /^(#[ #]*?)(\^+) (.+)$/.exec(line) ?? [];
    if (before === undefined || marked === undefined || message === undefined) above = i + 1;
    else marks.push({ line: above, column: before.length + 1, length: marked.length, message });
  }
  return marks;
}

/** What is found in an example, drawn as its caret lines are. */
async function found(text: string) {
  const { diagnostics, text: source } = await lint(Buffer.from(text), 'example.roadbook.yaml', ruling);
  const position = lineIndex(source);
  return diagnostics.map(({ rule, span, message }) => {
    const { line, column } = span ? position(span.start) : { line: 0, column: 0 };
    return { rule, line, column, length: span ? span.end - span.start : 0, message };
  });
}

test('every rule has a page, every page a rule', () => {
  expect(pages.map((page) => page.replace('.md', '')).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test('a rule lives in the file of its name', async () => {
  for (const rule of rules) {
    const source = await readFile(join(folder, `${rule.name}.ts`), 'utf8');
    expect(source, rule.name).toContain(`name: '${rule.name}'`);
    expect(source, `${rule.name} names its source`).toMatch(/Source: /);
  }
});

test('codes and names are unique, also among the problems of readers, and in order', () => {
  const codes = rules.map(({ code }) => code);
  expect(codes).toEqual([...codes].sort());
  const others = Object.entries(problems).flatMap(([name, { code }]) => [name, code]);
  const all = [...others, ...rules.flatMap(({ name, code }) => [name, code])];
  expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
});

test.each(Object.entries(problems))('the problem %s is explained', (_, { code }) => {
  expect(problemPage(code)).toMatch(/^[A-Z][\s\S]{60,}(?:\.|```)\n$/);
});

describe.each(rules.map(({ name, code }) => [name, code]))('%s', (name) => {
  test('its page has every section, and a good example before the bad', async () => {
    const page = await pageOf(name);
    expect(titleOf(page)).toMatch(/^[A-Z].*[^.]$/);
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(sections);
    const kinds = examples(page).map(({ kind }) => kind);
    expect(kinds[0]).toBe('good');
    expect(kinds).toContain('bad');
  });

  test('finds what the carets say, and nothing else', async () => {
    for (const { kind, text } of examples(await pageOf(name))) {
      const marks = kind === 'good' ? [] : carets(text);
      if (kind === 'bad') expect(marks.length).toBeGreaterThan(0);
      const findings = await found(text);
      const shape = (mark: Mark) => ({ line: mark.line, column: mark.column, length: mark.length });
      expect(
        findings.map((f) => ({ rule: f.rule, message: f.message, ...shape(f) })),
        text,
      ).toEqual(marks.map((m) => ({ rule: name, message: expect.stringContaining(m.message), ...shape(m) })));
    }
  });
});
