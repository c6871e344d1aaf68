/**
 * Writes the documents and code that are made from the source; with `--check` it writes none and fails where one would change.
 *
 * To add one: add its path and the function that makes it to `documents`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanModule } from './clean-module.ts';
import { debriefDocument } from './docs/debrief.ts';
import { formatsDocument } from './docs/formats.ts';
import { keysDocument } from './docs/keys.ts';
import { rulesDocument } from './docs/rules.ts';
import { documentGuards } from './document-guards.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const documents: Readonly<Record<string, () => Promise<string>>> = {
  'docs/debrief.md': debriefDocument,
  'docs/formats.md': formatsDocument,
  'docs/keys.md': keysDocument,
  'docs/rules.md': rulesDocument,
  'src/formats/native/guards.ts': documentGuards,
  'src/model/clean.ts': cleanModule,
};

const isCheck = process.argv.includes('--check');
for (const [path, make] of Object.entries(documents)) {
  const file = join(root, path);
  const made = await make();
  if (made === (await readFile(file, 'utf8').catch(() => null))) continue;
  if (isCheck) {
    console.error(`${path} is not what the source makes: run \`npm run docs\``);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, made);
    console.error(`${path} written`);
  }
}
