import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Entry, History, likes, noHistory, remembered } from '../rehearse/history.ts';
import { forTerminal, toJson } from '../text/escape.ts';
import type { Io } from './command.ts';
import { dataFolder } from './folders.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

/** Where it is kept: `$XDG_DATA_HOME/roadbook/rehearsals.json`. */
function historyPath(env: Io['env']): string {
  return join(dataFolder(env), 'rehearsals.json');
}

/** What was rehearsed. A file that cannot be understood is put aside under another name, and that is said. */
export async function history(io: Io): Promise<History> {
  const path = historyPath(io.env);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return noHistory;
  try {
    return History.parse(JSON.parse(text));
  } catch {
    const aside = `${path}.damaged`;
    await rename(path, aside).catch(() => {});
    io.stderr.write(
      `${forTerminal(`${path} cannot be understood: it is now ${aside}, and scores begin anew`)}\n`,
    );
    return noHistory;
  }
}

/** Keeps a score, and answers with how it compares; a score that cannot be kept is said and the rehearsal stands. */
export async function keepScore(entry: Entry, io: Io): Promise<string> {
  const before = await history(io);
  const earlier = likes(before, entry)
    .filter(({ notes }) => String(notes) === String(entry.notes))
    .map(({ points }) => points);
  const path = historyPath(io.env);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, `${toJson(remembered(before, entry))}\n`, { force: true }, io);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Error)) throw error;
    io.stderr.write(`${forTerminal(`the score is not kept: ${error.message}`)}\n`);
  }
  const last = earlier.at(-1);
  if (last === undefined) return 'the first of its kind';
  return `${last} % the last time, ${Math.max(...earlier)} % the best of ${earlier.length}`;
}

/** The newest last, a line each. */
export function historyLines({ entries }: History): string[] {
  return entries.map(({ date, drill, points, title, notes }) => {
    const part = notes === null ? '' : `, notes ${notes[0]}–${notes[1]}`;
    return `${date.slice(0, 16).replace('T', ' ')}  ${drill.padEnd(13)} ${String(points).padStart(3)} %  ${forTerminal(title)}${part}`;
  });
}
