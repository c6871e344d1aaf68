import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRoadbook } from '../../../src/formats/read.ts';
import { gist } from '../../support/gist.ts';
import { read } from './read.ts';

/**
 * What each program writes, with its deviations, in files of our own; the golden files say how they are read, note by note, and
 * what is said about them.
 */
const fixtures = join(import.meta.dirname, '../../fixtures');
const files = ['openrally', 'gpx'].flatMap((folder) =>
  readdirSync(join(fixtures, folder)).map(
    (name) => [`${folder}/${name}`, join(fixtures, folder, name)] as const,
  ),
);

describe.each(files)('%s', (name, path) => {
  it('reads as the golden file says', async () => {
    const bytes = readFileSync(path);
    const { format, said, book } = read(bytes.toString('utf8'));
    const golden = `${format}\n${gist(book)}\n${said.join('\n')}\n`;
    await expect(golden).toMatchFileSnapshot(`../../golden/formats/${name.replace('/', '-')}.txt`);
  });

  it('is known by its content, whatever white space, mark and encoding it begins with', async () => {
    const text = readFileSync(path, 'utf8');
    const { roadbook } = await readRoadbook(Buffer.from(text), 'stage.dat');
    expect(roadbook?.notes.length).toBeGreaterThan(0);
    const withoutDeclaration = text.replace(/^<\?xml[^>]*>\s*/, '');
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\n\n  ${withoutDeclaration}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ]) {
      const again = await readRoadbook(bytes, 'stage.dat');
      expect(again.roadbook).toEqual(roadbook);
    }
  });
});
