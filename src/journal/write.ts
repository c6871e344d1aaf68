import type { Event } from '../nav/event.ts';
import type { State } from '../nav/state.ts';
import { encode, type Header, type JournalRecord } from './record.ts';

/** Where a journal is written; the real one is a file, a test's may fail. */
export interface JournalFile {
  /** Appends; when it returns, all of it survives a power cut. After it threw, the same text comes again, and more. */
  append(text: string): void;
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

/** Counts wait at most this long, ms: half of what may be lost, as a busy machine comes to it late. */
const countsWithin = 50;
/** A disk that failed is tried again this often, ms. */
const tryAgainAfter = 1_000;
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
  /** What is not on disk yet; it goes first. */
  let owed: JournalRecord[] = [];

  let triedAt = 0;

  const isDue = () => !failing || now() - triedAt >= tryAgainAfter;
  const put = (...records: readonly JournalRecord[]) => {
    owed.push(...records);
    if (isDue()) pay();
  };
  const pay = () => {
    triedAt = now();
    try {
      file.append(lines(header.id, next, owed));
      next += owed.length;
      owed = [];
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
        if (now() - oldest >= countsWithin && isDue()) put(...waiting(), ...snapshot(state));
        return;
      }
      const record: JournalRecord =
        event.type === 'tick' ? { kind: 'tick', t: event.t } : { kind: 'act', act: event };
      put(...waiting(), record, ...snapshot(state));
    },
    flush() {
      if ((samples.length > 0 || owed.length > 0) && isDue()) put(...waiting());
    },
    close(how, t) {
      const end: JournalRecord[] = how === 'ended' ? [{ kind: 'end', t }] : [];
      owed.push(...waiting(), ...end);
      if (owed.length > 0) pay();
      file.close();
    },
  };
}

/** Records as the lines of one write; the header's own is checked with an empty id, as it is what tells the id. */
function lines(id: string, first: number, records: readonly JournalRecord[]): string {
  return records
    .map((record, i) => encode(record.kind === 'header' ? '' : id, { sequence: first + i, first }, record))
    .join('');
}
