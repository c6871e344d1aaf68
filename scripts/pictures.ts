/**
 * Draws the pictures of docs/pictures from the real program; with `--check` it draws none and fails where one would
 * change; with `--png` it writes a PNG beside each, where rsvg-convert is installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { allPictures } from './pictures/all.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const isCheck = process.argv.includes('--check');

await mkdir(folder, { recursive: true });
for (const [name, svg] of Object.entries(await allPictures())) {
  const file = `${folder}${name}.svg`;
  if (svg !== (await readFile(file, 'utf8').catch(() => null))) {
    if (isCheck) {
      console.error(`docs/pictures/${name}.svg is not what the program shows: run \`npm run pictures\``);
      process.exitCode = 1;
    } else {
      await writeFile(file, svg);
      console.error(`docs/pictures/${name}.svg drawn`);
    }
  }
  if (process.argv.includes('--png')) {
    const { error } = spawnSync('rsvg-convert', ['--zoom', '2', '--output', `${folder}${name}.png`, file]);
    if (error) console.error(`no PNG of ${name}: rsvg-convert: ${error.message}`);
  }
}
