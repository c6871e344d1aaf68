import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FormatEntry } from '../formats/format.ts';
import { byName } from '../formats/read.ts';
import { formats } from '../formats/registry.ts';
import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';
import { alreadyThere, kindOf } from './write-file.ts';

/** One file to convert; `-` is standard input or output. */
export interface Conversion {
  readonly input: string;
  readonly output: string;
  readonly to: FormatEntry;
}

export interface Call {
  /** As given: inputs, and behind them the target unless `target` has it. */
  readonly files: readonly string[];
  /** `--output`. */
  readonly target: string | null;
  /** `--to`. */
  readonly to: FormatEntry | null;
  readonly force: boolean;
}

/**
 * What a call means, as `cp` reads it: the last name is the target, a folder takes many inputs. Everything that can be
 * wrong with the call is found here, before the first file is written: then a UsageError is thrown.
 */
export async function conversionsOf(call: Call, io: Io): Promise<Conversion[]> {
  const { inputs, target } = sides(call);
  const found = kindOf(resolve(io.cwd, target));
  const folder = target !== '-' && (target.endsWith('/') || found === 'folder');
  if (!folder && inputs.length > 1) {
    throw new UsageError(
      `several roadbooks need a folder to go to; '${target}' is none (end it with / to make it)`,
    );
  }
  const to = call.to ?? formatOf(target, folder);
  const conversions = inputs.map((input) => ({
    input,
    output: folder ? inside(target, input, to) : target,
    to,
  }));
  await check(conversions, call.force, io);
  if (folder) await mkdir(resolve(io.cwd, target), { recursive: true });
  return conversions;
}

function sides({ files, target, to }: Call): { inputs: readonly string[]; target: string } {
  if (target !== null) return { inputs: files, target };
  const last = files.at(-1) ?? '-';
  if (files.length > 1) return { inputs: files.slice(0, -1), target: last };
  if (to === null)
    throw new UsageError(`say where '${last}' goes: a file, a folder, or --to <format> for standard output`);
  return { inputs: files, target: '-' };
}

function formatOf(target: string, folder: boolean): FormatEntry {
  const entry = folder || target === '-' ? null : byName(target);
  if (entry?.writes) return entry;
  const say =
    entry === null ? `'${target}' does not say which format` : `${entry.title} is read, but not written`;
  const endings = formats.filter(({ writes }) => writes).map(({ extensions }) => extensions[0]);
  throw new UsageError(`${say}: give --to <format>, or a name that ends with ${endings.join(', ')}`);
}

/** The input's name with the ending of its new format: `stage.rn2` becomes `folder/stage.gpx`. */
function inside(folder: string, input: string, to: FormatEntry): string {
  if (input === '-') throw new UsageError('standard input has no name; name the file to write, not a folder');
  const name = basename(input);
  const ending =
    byName(name)?.extensions.find((extension) => name.toLowerCase().endsWith(extension)) ??
    /\.[^.]*$/.exec(name)?.[0] ??
    '';
  const stem = ending === name ? name : name.slice(0, name.length - ending.length);
  return join(folder, `${stem}${to.extensions[0] ?? ''}`);
}

/** Every input is there, no output is or is meant twice. */
async function check(conversions: readonly Conversion[], force: boolean, io: Io): Promise<void> {
  const meant = new Map<string, string>();
  for (const { input, output } of conversions) {
    if (input !== '-' && kindOf(resolve(io.cwd, input)) === 'nothing') {
      throw new UsageError(`cannot read '${input}': there is no such file`);
    }
    if (output === '-') continue;
    const other = meant.get(output);
    if (other !== undefined)
      throw new UsageError(`'${other}' and '${input}' would both be written to '${output}'`);
    meant.set(output, input);
    if (!force && kindOf(resolve(io.cwd, output)) === 'file') throw alreadyThere(output);
  }
}
