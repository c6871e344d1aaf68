import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Stage } from '../stage/stage.ts';
import { forTerminal, toJson } from '../text/escape.ts';
import type { Annotations } from '../tui/annotations.ts';
import type { Io } from './command.ts';
import type { Entry, Sidecar } from './own-notes-file.ts';
import { writeWhole } from './write-file.ts';

/** What the crew wrote on a roadbook: kept beside it in a file of its own, so that the roadbook is never touched. */
export interface OwnNotes {
  readonly own: Annotations;
  /** Keeps them from now on so; `trouble` hears when that fails. */
  keep(own: Annotations, trouble: (text: string) => void): void;
  /** Everything is on the disk. */
  done(): Promise<void>;
}

/** Read from `FILE.notes.yaml`. What cannot be read is said and never written over. */
export async function ownNotes(file: string, stage: Stage, io: Io): Promise<OwnNotes> {
  const say = (text: string) => io.stderr.write(`${forTerminal(text)}\n`);
  if (file === '-') return unkept('there is no file to keep your notes beside');
  const path = `${file}.notes.yaml`;
  const text = await readFile(resolve(io.cwd, path), 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? '' : error,
  );
  const sidecar = typeof text === 'string' ? await parsed(text) : null;
  if (sidecar === null) {
    say(`${path}: not a file of notes that can be read; it is left as it is`);
    return unkept(`${basename(path)} cannot be read: your notes are not kept`);
  }
  const { own, strangers } = placed(sidecar, stage);
  if (sidecar.fingerprint !== null && sidecar.fingerprint !== stage.fingerprint)
    say(`${path}: written on another edition of this roadbook`);
  if (strangers.length > 0)
    say(`${path}: ${strangers.length} of your notes fit no note of this roadbook; they are kept`);
  return kept(path, stage, strangers, own, io);
}

function unkept(why: string): OwnNotes {
  return { own: new Map(), keep: (_, trouble) => trouble(why), done: async () => {} };
}

/** Writes one state after the other; of those that wait only the newest. */
function kept(path: string, stage: Stage, strangers: readonly Entry[], own: Annotations, io: Io): OwnNotes {
  let waiting: string | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = async (trouble: (text: string) => void) => {
    if (waiting === null) return;
    const content = waiting;
    waiting = null;
    await writeWhole(path, content, { force: true }, io).catch((error: Error) => trouble(error.message));
  };
  return {
    own,
    keep(now, trouble) {
      waiting = written(basename(path), stage, now, strangers);
      writing = writing.then(() => write(trouble));
    },
    done: () => writing,
  };
}

/** Null where it cannot be read. Most stages have none, and need no schema. */
async function parsed(text: string): Promise<Sidecar | null> {
  if (text.trim() === '') return { 'roadbook-notes': 1, fingerprint: null, notes: [] };
  const { readSidecar } = await import('./own-notes-file.ts');
  return readSidecar(text);
}

/** Finds the notes that were written on: by number and distance, where only one of both is still true by that. */
function placed({ notes }: Sidecar, stage: Stage): { own: Annotations; strangers: readonly Entry[] } {
  const own = new Map<number, { text: string | null; marked: boolean }>();
  const strangers = notes.filter(({ note, distance, mark, text }) => {
    const same = stage.notes.filter(({ number }) => number === note);
    const stop =
      distance === null
        ? same[0]
        : (same.find(({ printed }) => printed === distance) ??
          stage.notes.find(({ printed }) => printed === distance));
    if (!stop || own.has(stop.index)) return true;
    own.set(stop.index, { text, marked: mark });
    return false;
  });
  return { own, strangers };
}

function written(name: string, stage: Stage, own: Annotations, strangers: readonly Entry[]): string {
  const ours = [...own].flatMap(([index, { text, marked }]): Entry[] => {
    const stop = stage.notes[index];
    return stop ? [{ note: stop.number, distance: stop.printed, mark: marked, text }] : [];
  });
  const entries = [...ours, ...strangers].sort((a, b) => a.note - b.note);
  const lines = entries.map(({ note, distance, mark, text }) => {
    const fields = [
      `note: ${note}`,
      ...(distance === null ? [] : [`distance: ${distance}`]),
      ...(mark ? ['mark: true'] : []),
      ...(text === null ? [] : [`text: ${toJson(text)}`]),
    ];
    return `  - { ${fields.join(', ')} }\n`;
  });
  return `# ${name}: the crew's own notes, kept by roadbook. Distances are metres as printed.
roadbook-notes: 1
fingerprint: "${stage.fingerprint}"
notes:${lines.length > 0 ? `\n${lines.join('')}` : ' []\n'}`;
}
