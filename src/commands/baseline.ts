import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Command as Verb } from 'commander';
import type { entriesOf } from '../check/baseline.ts';
import type { CheckedFile } from '../report/report.ts';
import { plural } from '../report/words.ts';
import { decode } from '../text/decode.ts';
import { forTerminal } from '../text/escape.ts';
import { lineIndex } from '../text/span.ts';
import type { Io } from './command.ts';
import { readBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';
import { kindOf, writeWhole } from './write-file.ts';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: true;
}

export function baselineOptions(verb: Verb): Verb {
  return verb
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--update-baseline', 'write what is found now into the baseline');
}

/** The findings that an event lives with, while files are checked. */
export interface KnownFindings {
  /** What is new in a file, and how much is not. */
  readonly judge: (checked: CheckedFile) => { readonly checked: CheckedFile; readonly known: number };
  /** When all files are checked: says what the baseline no longer needs, or writes it anew. */
  readonly end: () => Promise<void>;
}

type Entries = ReturnType<typeof entriesOf>;

/** Throws a UsageError for a baseline that cannot be read. */
export async function knownFindings(
  { baseline, updateBaseline }: BaselineOptions,
  io: Io,
): Promise<KnownFindings> {
  if (baseline === undefined) {
    if (updateBaseline) throw new UsageError('name the file to write with --baseline');
    return { judge: (checked) => ({ checked, known: 0 }), end: async () => {} };
  }
  const { entriesOf, newTo, writeBaseline } = await import('../check/baseline.ts');
  const path = resolve(io.cwd, baseline);
  const before = await opened(baseline, path, updateBaseline === true, io);
  const known = new Set(before.map(({ id }) => id));
  const found: Entries[] = [];
  const seen = new Set<string>();
  const pathOf = (file: string) => relative(dirname(path), resolve(io.cwd, file)).replaceAll('\\', '/');
  return {
    judge(checked) {
      const file = pathOf(checked.file);
      seen.add(file);
      found.push(entriesOf(file, checked));
      if (!updateBaseline) return newTo(known, file, checked);
      return { checked: { ...checked, diagnostics: [] }, known: checked.diagnostics.length };
    },
    async end() {
      const now = found.flat();
      const isThere = new Set(now.map(({ id }) => id));
      const left = await leftAlone(before, seen, dirname(path));
      const gone = before.filter((entry) => !left.has(entry) && !isThere.has(entry.id)).length;
      const name = forTerminal(baseline);
      if (updateBaseline) {
        const fresh = now.filter(({ id }) => !known.has(id)).length;
        const all = inOrder([...left, ...now]);
        await writeWhole(baseline, writeBaseline(all), { force: true }, io);
        io.stderr.write(`${name}: ${plural(all.length, 'finding')} (${fresh} new, ${gone} gone)\n`);
      } else if (gone > 0) {
        io.stderr.write(
          `${name}: ${gone} of ${plural(before.length, 'known finding')} ${gone === 1 ? 'is' : 'are'} gone; --update-baseline takes ${gone === 1 ? 'it' : 'them'} out\n`,
        );
      }
    },
  };
}

async function opened(name: string, path: string, mayBeNew: boolean, io: Io): Promise<Entries> {
  if (kindOf(path) === 'nothing') {
    if (mayBeNew) return [];
    throw new UsageError(`there is no baseline '${name}': --update-baseline writes it`);
  }
  const { readBaseline } = await import('../check/baseline.ts');
  const { source, diagnostics } = decode(await readBytes(name, io), name);
  const { findings, wrong } =
    source === null ? { findings: [], wrong: diagnostics[0] ?? null } : readBaseline(source);
  if (wrong === null) return [...findings];
  const at = source && wrong.span ? lineIndex(source.text)(wrong.span.start) : null;
  const place = at === null ? '' : ` (line ${at.line}, column ${at.column})`;
  throw new UsageError(`'${name}' is no baseline${place}: ${forTerminal(wrong.message)}`);
}

/** What a call knows nothing about: findings of files that it did not check and that are still there. */
async function leftAlone(
  before: Entries,
  seen: ReadonlySet<string>,
  folder: string,
): Promise<Set<Entries[number]>> {
  const others = new Set(before.flatMap(({ file }) => (seen.has(file) ? [] : [file])));
  const there = new Set<string>();
  for (const file of others) {
    const info = await stat(resolve(folder, file)).catch(() => null);
    if (info !== null) there.add(file);
  }
  return new Set(before.filter(({ file }) => there.has(file)));
}

/** By file; those of one file as they were found. */
function inOrder(entries: Entries): Entries {
  return entries.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
