// Writes the invented stages to roadbooks/: npm run stages
import { writeFile } from 'node:fs/promises';
import { stageFiles } from './files.ts';

for (const [name, text] of await stageFiles()) {
  await writeFile(new URL(`../../roadbooks/${name}`, import.meta.url), text);
}
