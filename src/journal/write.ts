import type { Event } from '../nav/event.ts';
import type { State } from '../nav/state.ts';
import { encode, type Header, type JournalRecord } from './record.ts';

/** Where a journal is written; the real one is a file, a test's may fail. */
export interface JournalFile {
  /** Appends all of it, or throws and has appended nothing. */
  write(text: string): void;
  /** Returns once what was written survives a power cut. */
  sync(): void;
  close(): void;
}

export interface Journal {
  /** Notes an event. Acts are on disk when this returns; counts within `countsWithin`. */
  note(event: Event, state: State): void;
  /** Writes what is waiting. To be called by a timer, so that standing still loses nothing either. */
  flush(): void;
  /** Ends the run for good, or leaves it to be resumed. */
  close(how: 'ended' | 'left', t: number): void;
}

/** Counts wait at most this long, ms. */
const countsWithin = 100;
/** A snapshot after this many lines bounds what a resume must replay. */
const snapshotEvery = 2_000;

export interface JournalOptions {
  /** Of the next line; 0 for a new journal, which begins with its header. */
  readonly sequence: number;
  readonly trouble: (message: string | null) => void;
  /** The wall clock, ms: a run in time lapse must not sync the disk as often as its own time passes. */
  readonly now: () => number;
}

/**
 * A journal being written. `trouble` is told once when the disk fails, and once when it works again; driving goes on.
 */
export function openJournal(
  file: JournalFile,
  header: Header,
  { sequence, trouble, now }: JournalOptions,
): Journal {
  let next = sequence;
  let lastSnapshot = sequence;
  let samples: number[] = [];
  let oldest = 0;
  let failing = false;
  /** Lines that could not be written yet; they go first. */
  let owed = '';

  const put = (...records: readonly JournalRecord[]) => {
    for (const record of records) owed += encode(record.kind === 'header' ? '' : header.id, next++, record);
    try {
      file.write(owed);
      owed = '';
      file.sync();
      if (failing) trouble(null);
      failing = false;
    } catch (error) {
      if (!failing) trouble(error instanceof Error ? error.message : String(error));
      failing = true;
    }
  };
  const waiting = (): JournalRecord[] => {
    if (samples.length === 0) return [];
    const record: JournalRecord = { kind: 'wheel', samples };
    samples = [];
    return [record];
  };
  const snapshot = (state: State): JournalRecord[] => {
    if (next - lastSnapshot < snapshotEvery) return [];
    lastSnapshot = next;
    return [{ kind: 'snapshot', state }];
  };

  if (sequence === 0) put({ kind: 'header', header });
  return {
    note(event, state) {
      if (event.type === 'wheel') {
        if (samples.length === 0) oldest = now();
        samples.push(event.t, event.raw);
        if (now() - oldest >= countsWithin) put(...waiting(), ...snapshot(state));
        return;
      }
      const record: JournalRecord =
        event.type === 'tick' ? { kind: 'tick', t: event.t } : { kind: 'act', act: event };
      put(...waiting(), record, ...snapshot(state));
    },
    flush() {
      if (samples.length > 0 || owed !== '') put(...waiting());
    },
    close(how, t) {
      const end: JournalRecord[] = how === 'ended' ? [{ kind: 'end', t }] : [];
      if (end.length > 0 || samples.length > 0 || owed !== '') put(...waiting(), ...end);
      file.close();
    },
  };
}
