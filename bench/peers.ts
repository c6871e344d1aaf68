import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { jsonSchema } from '../src/formats/native/json-schema.ts';
import { root } from './paths.ts';

/** A program that checks files. */
export interface Checker {
  readonly name: string;
  readonly program: string;
  readonly args: (files: readonly string[]) => readonly string[];
  /** Slow ones are run once. */
  readonly rounds: number;
  /** Cannot find an error that is well-formed. */
  readonly parses?: true;
}

export interface Peers {
  readonly peers: readonly Checker[];
  /** Names of those that are not on this machine. */
  readonly absent: readonly string[];
}

/** The published OpenRally schema, kept outside the project. */
const xsd = resolve(
  process.env.ROADBOOK_SHARED ?? resolve(root, '../shared'),
  'openrally/v1.0.3/cross-country/test_wrapper.xsd',
);

/** Peers that start a process for each file are given so many. */
const few = 20;

/**
 * What can be held against `check`. Programs that the project does not depend on are looked for in ROADBOOK_PEERS, a folder where
 * `npm install ajv-cli @stoplight/spectral-cli` was said, and on the PATH. `folder` is for what they need.
 */
export async function peersOf(kind: 'gpx' | 'yaml' | 'json', folder: string): Promise<Peers> {
  switch (kind) {
    case 'gpx':
      return sorted([xmllint(), saxes, java(folder)]);
    case 'yaml':
      return sorted([await ajvCli(folder), await spectral(folder)]);
    case 'json':
      return sorted([await ajv(folder)]);
  }
}

/** A peer, or the name of one that is absent. */
type Found = Checker | string;

function sorted(all: readonly Found[]): Peers {
  return {
    peers: all.filter((one) => typeof one !== 'string'),
    absent: all.filter((one) => typeof one === 'string'),
  };
}

function xmllint(): Found {
  const name = 'xmllint --noout --schema';
  const program = found('xmllint');
  if (program === null || !existsSync(xsd)) return name;
  return { name, program, args: (files) => ['--noout', '--schema', xsd, ...files], rounds: 5 };
}

const saxes: Checker = {
  name: 'saxes, parses only',
  program: process.execPath,
  args: (files) => [join(root, 'bench/peers/saxes.js'), ...files],
  rounds: 5,
  parses: true,
};

/** The validator of the Java library, as tools use it that start one for each file. */
function java(folder: string): Found {
  const name = `Java's validator, a start for each of ${few}`;
  const [program, compiler, shell] = [found('java'), found('javac'), found('sh')];
  if (program === null || compiler === null || shell === null || !existsSync(xsd)) return name;
  execFileSync(compiler, ['-d', folder, join(root, 'bench/peers/Validate.java')]);
  const each = 'for file do "$java" -cp "$classes" Validate "$xsd" "$file" || exit 1; done';
  const script = `java='${program}' classes='${folder}' xsd='${xsd}'; ${each}`;
  return { name, program: shell, args: (files) => ['-c', script, 'sh', ...files.slice(0, few)], rounds: 1 };
}

async function schemaIn(folder: string): Promise<string> {
  const file = join(folder, 'schema.json');
  await writeFile(file, JSON.stringify(jsonSchema()));
  return file;
}

async function ajv(folder: string): Promise<Checker> {
  const script = [join(root, 'bench/peers/ajv.js'), await schemaIn(folder)];
  return {
    name: 'JSON.parse + ajv',
    program: process.execPath,
    args: (files) => [...script, ...files],
    rounds: 5,
  };
}

async function ajvCli(folder: string): Promise<Found> {
  const program = found('ajv');
  if (program === null) return 'ajv-cli';
  const options = ['validate', '-s', await schemaIn(folder), '--strict=false', '--validate-formats=false'];
  return { name: 'ajv-cli', program, args: (files) => [...options, '-d', patternOf(files)], rounds: 3 };
}

async function spectral(folder: string): Promise<Found> {
  const program = found('spectral');
  if (program === null) return 'spectral-cli';
  const ruleset = join(folder, 'ruleset.json');
  const then = { function: 'schema', functionOptions: { schema: jsonSchema() } };
  await writeFile(ruleset, JSON.stringify({ rules: { roadbook: { given: '$', severity: 'error', then } } }));
  return {
    name: 'spectral-cli',
    program,
    args: (files) => ['lint', '-r', ruleset, patternOf(files)],
    rounds: 1,
  };
}

/** One file, or all in its folder. */
function patternOf(files: readonly string[]): string {
  const [first = ''] = files;
  return files.length === 1 ? first : join(dirname(first), '*');
}

function found(program: string): string | null {
  const folders = [
    join(process.env.ROADBOOK_PEERS ?? '', 'node_modules/.bin'),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}
