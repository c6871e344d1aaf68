import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { readRoadbook } from '../../src/formats/read.ts';
import { formats } from '../../src/formats/registry.ts';
import { pageOf } from '../../src/rules/page.ts';
import { profiles } from '../../src/rules/profile.ts';
import { rules } from '../../src/rules/registry.ts';

const ruling = { profile: profiles[0], levels: {} };

/** The first bad example of a rule's page, and the same in every other format; null where one cannot be written. */
async function examples(name: string): Promise<Record<string, string | null>> {
  const [, bad = ''] = /^```yaml bad\n([\s\S]*?)\n```$/m.exec(await pageOf(name)) ?? [];
  const yaml = `${bad}\n`;
  const { roadbook } = await readRoadbook(Buffer.from(yaml), 'x.roadbook.yaml');
  const written = async (format: string) => {
    const { write = null } = (await formats.find((one) => one.name === format)?.load())?.format ?? {};
    return roadbook && write ? write(roadbook, { extended: true }).text : null;
  };
  return {
    yaml,
    json: JSON.stringify(load(yaml)),
    gpx: await written('openrally'),
    csv: await written('csv'),
  };
}

/** What a rule marks in a text: the marked text itself, in the order of the file. */
async function marked(rule: string, kind: string, text: string | null): Promise<string[]> {
  if (text === null) return [];
  const file = kind === 'yaml' || kind === 'json' ? `x.roadbook.${kind}` : `x.${kind}`;
  const { diagnostics, text: read } = await lint(Buffer.from(text), file, ruling);
  return diagnostics.flatMap(({ rule: found, span }) =>
    found === rule ? [span === null ? 'no place' : read.slice(span.start, span.end)] : [],
  );
}

/**
 * The same fault in YAML, JSON, GPX and CSV: in each the mark stands under the value, from its first character to its last.
 * `–` is a fault that the format cannot carry.
 */
test('every rule marks the value, whatever the format', async () => {
  const lines: string[] = [];
  for (const { name } of rules) {
    lines.push(name);
    const marks: Record<string, string[]> = {};
    for (const [kind, text] of Object.entries(await examples(name))) {
      marks[kind] = await marked(name, kind, text);
      for (const one of marks[kind]) {
        expect(one, `${name} in ${kind}`).toMatch(/^\S(.*\S)?$/);
        expect(one, `${name} in ${kind}`).not.toBe('no place');
      }
      const shown = marks[kind].map((one) => `“${one}”`).join(' ');
      lines.push(`  ${kind.padEnd(4)} ${shown || '–'}`);
    }
    expect(marks.yaml?.length, name).toBeGreaterThan(0);
    expect(marks.json?.map(meant), name).toEqual(marks.yaml?.map(meant));
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/rules/carets.txt');
});

/** A mark in YAML and in JSON means the same value; a part of a text is just that part. */
function meant(mark: string): unknown {
  try {
    return load(mark);
  } catch {
    return mark;
  }
}
