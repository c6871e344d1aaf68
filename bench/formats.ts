import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { randomFrom } from '../src/odometer/random.ts';
import { type Case, table, timeProcesses } from './measure.ts';
import { root } from './paths.ts';
import { png } from './stages.ts';

const files = 100;
const notes = 300;
/** The published OpenRally schema, kept outside the project. */
const schema = resolve(
  process.env.ROADBOOK_SHARED ?? resolve(root, '../shared'),
  'openrally/v1.0.3/cross-country/test_wrapper.xsd',
);

/** Bytes of a picture: of a small drawing, and of the PNG in OpenRally's own examples. */
const pictures = { small: 150, real: 2750 };

/** 100 OpenRally files of 300 notes with pictures, against xmllint validating by the published schema (native C). */
export async function formats(): Promise<string> {
  return `${await compared('small')}\n${await compared('real')}`;
}

async function compared(size: keyof typeof pictures): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-bench-'));
  try {
    const named = Array.from({ length: files }, (_, i) => join(folder, `stage-${i}.gpx`));
    for (const [i, file] of named.entries()) await writeFile(file, openrally(i, pictures[size]));
    const out = join(folder, 'out');
    await mkdir(out);
    const roadbook = (...args: string[]) => [`${root}/bin/roadbook.js`, ...args];
    const ours: Case[] = [
      { name: 'roadbook check', program: process.execPath, args: roadbook('check', ...named) },
      {
        name: 'roadbook convert to native',
        program: process.execPath,
        args: roadbook('convert', ...named, out, '--to', 'native', '--force'),
      },
    ];
    const title = `${files} OpenRally files of ${notes} notes, each with a picture of ${pictures[size]} bytes, whole processes`;
    const has = spawnSync('xmllint', ['--version']).error === undefined && existsSync(schema);
    if (!has)
      return `${table(title, timeProcesses(ours, 5))}(no xmllint or no schema here to compare with)\n`;
    const xmllint = {
      name: 'xmllint --noout --schema',
      program: 'xmllint',
      args: ['--noout', '--schema', schema, ...named],
    };
    return table(title, timeProcesses([xmllint, ...ours], 5));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** About 140 KB, or 1.2 MB, most of it in pictures, as real files are; the same for the same seed. */
function openrally(seed: number, pictureBytes: number): string {
  const random = randomFrom(seed + 1);
  const note = (i: number) => `  <wpt lat="${(30 + i * 0.004).toFixed(6)}" lon="-4.230100">
    <name>${String(i + 1).padStart(3, '0')}</name>
    <extensions>
      <openrally:distance>${(i * 0.44).toFixed(2)}</openrally:distance>
      <openrally:cap>0</openrally:cap>${mark(i)}
      <openrally:tulip><![CDATA[${png(random, pictureBytes)}]]></openrally:tulip>
    </extensions>
  </wpt>`;
  const mark = (i: number) => {
    if (i === 0) return '\n      <openrally:dss open="1000" clear="200"/>';
    if (i === notes - 1) return '\n      <openrally:ass open="800" clear="90"/>';
    return i % 20 === 10
      ? `\n      <openrally:wpm open="800" clear="90" name="${Math.floor(i / 20) + 1}"/>`
      : '';
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:openrally="http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3" version="1.1" creator="bench">
  <metadata><extensions><openrally:units>metric</openrally:units><openrally:distance>${((notes - 1) * 0.44).toFixed(2)}</openrally:distance></extensions></metadata>
${Array.from({ length: notes }, (_, i) => note(i)).join('\n')}
</gpx>
`;
}
