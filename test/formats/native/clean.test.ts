import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClean } from '../../../src/formats/native/clean.ts';
import { HeaderDocument, NoteDocument } from '../../../src/formats/native/document.ts';
import { isCleanHeader, isCleanNote } from '../../../src/formats/native/guards.ts';
import { readDocument } from '../../../src/formats/native/read.ts';
import { parseJsonTree } from '../../../src/formats/tree/json.ts';
import { cleanJson } from '../../../src/formats/tree/json-clean.ts';
import { plainOf } from '../../../src/formats/tree/node.ts';
import { parseYaml } from '../../../src/formats/tree/yaml.ts';
import { parsePlainYaml } from '../../../src/formats/tree/yaml-plain.ts';
import { changedTree, treeChange } from '../../support/mutate.ts';
import { root } from '../../support/run.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 1500);
const everything = readFileSync(join(root, 'test/fixtures/native/everything.roadbook.yaml'), 'utf8');
const tree = parseYaml(everything).root;
const example = JSON.stringify(tree && plainOf(tree));
const changed = fc
  .array(treeChange, { minLength: 1, maxLength: 2 })
  .map((changes) => changedTree(example, changes));

test.each(['desert-day', 'shakedown'])('the sample %s is clean', (name) => {
  const text = readFileSync(join(root, `roadbooks/${name}.roadbook.yaml`), 'utf8');
  const document = parsePlainYaml(text);
  expect(document && readClean('native', document)).not.toBeNull();
});

test('what is clean to the guards is right to zod, and left as it is', () => {
  let clean = 0;
  fc.assert(
    fc.property(changed, (text) => {
      const document: unknown = JSON.parse(text || 'null');
      if (typeof document !== 'object' || document === null) return;
      const { notes, ...header } = { notes: [], ...document };
      if (isCleanHeader(header)) expect(HeaderDocument.parse(header)).toEqual(header);
      for (const note of Array.isArray(notes) ? notes : []) {
        if (!isCleanNote(note)) continue;
        clean++;
        const parsed = NoteDocument.safeParse(note);
        if (!parsed.success || !isDeepStrictEqual(parsed.data, note))
          expect(parsed).toEqual({ success: true, data: note });
      }
    }),
    { seed: 5, numRuns: runs },
  );
  expect(clean).toBeGreaterThan(runs);
});

test('a clean document is read as zod reads it', () => {
  let clean = 0;
  fc.assert(
    fc.property(changed, (text) => {
      const source = { file: '-', text };
      const document = cleanJson(text);
      const reading = document && readClean('json', document);
      if (document === null || reading === null) return;
      clean++;
      const { roadbook, diagnostics } = readDocument('json', source, document);
      expect(diagnostics).toEqual([]);
      if (!isDeepStrictEqual(reading.roadbook, roadbook)) expect(reading.roadbook).toEqual(roadbook);
    }),
    { seed: 6, numRuns: runs },
  );
  expect(clean / runs).toBeGreaterThan(0.05);
});

test('clean JSON has the places that the parser of any JSON gives', () => {
  const json = fc
    .tuple(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1, '\t'))
    .map(([value, indent]) => JSON.stringify(value, null, indent));
  fc.assert(
    fc.property(fc.oneof(json, changed), (text) => {
      const document = cleanJson(text);
      if (document !== null) expect(document.root()).toEqual(parseJsonTree(text).root);
    }),
    { seed: 7, numRuns: runs / 2 },
  );
});
