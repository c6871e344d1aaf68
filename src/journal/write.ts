import type { Event } from '../nav/event.ts';
import type { State } from '../nav/state.ts';
import { encode, type Header, type JournalRecord } from './record.ts';
import { type JournalFile, type Mark, tailOf } from './tail.ts';

export interface Journal {
  /**
   * Notes an event. An act is on disk when this returns. Counts are written before the turn of events ends in which they
   * came, so that the end of the process loses none; those that come within `apart` of such a write wait for the next.
   */
  note(event: Event, state: State): void;
  /** Writes what waits and begins to sync it. To be called by a timer: after a count there may be no other. */
  flush(): void;
  /** Ends the run for good, or leaves it to be resumed. */
  close(how: 'ended' | 'left', t: number): void;
}

/** Writes of counts are at least so far apart, ms: a fast sensor would make a line of every pulse. */
const apart = 20;
/** In time lapse a turn of events can be the whole run: then counts are written after this long, ms. */
const longestTurn = 50;
/** A disk that failed is tried again this often, ms. */
const tryAgainAfter = 1_000;
/** A snapshot after this many lines bounds what a resume must replay. */
const snapshotEvery = 2_000;

export interface JournalOptions {
  /** Where the next line goes; for a new journal, which begins with its header, `newJournal`. */
  readonly end: Mark;
  readonly trouble: (message: string | null) => void;
  /** The wall clock, ms: a run in time lapse must not sync the disk as often as its own time passes. */
  readonly now: () => number;
  /** Calls back when the turn of events ends, before anything else is heard: queueMicrotask. */
  readonly soon: (call: () => void) => void;
}

export const newJournal: Mark = { line: 0, byte: 0 };

/**
 * A journal being written. `trouble` is told once when the disk fails, and once when it works again; driving goes on.
 */
export function openJournal(
  file: JournalFile,
  header: Header,
  { end, trouble, now, soon }: JournalOptions,
): Journal {
  const tail = tailOf(file, end);
  let samples: number[] = [];
  let latest: State | null = null;
  let lastSnapshot = end.line;
  let writtenAt = Number.NEGATIVE_INFINITY;
  /** Since when the end of the turn is awaited. */
  let awaited: number | null = null;
  let failing = false;
  let triedAt = 0;

  const keep = (record: JournalRecord) =>
    // The header's own is checked with an empty id, as it is what tells the id.
    tail.add((place) => encode(record.kind === 'header' ? '' : header.id, place, record));
  const gather = () => {
    if (samples.length > 0) keep({ kind: 'wheel', samples });
    samples = [];
  };
  const snapshot = () => {
    if (latest === null || tail.next - lastSnapshot < snapshotEvery) return;
    lastSnapshot = tail.next;
    keep({ kind: 'snapshot', state: latest });
  };
  const failed = (error: unknown) => {
    if (!failing) trouble(error instanceof Error ? error.message : String(error));
    failing = true;
    triedAt = now();
  };
  const write = (synced: boolean) => {
    // From when its counts were heard: what came while a slow turn was at work is not made to wait for another.
    const heardAt = awaited ?? now();
    awaited = null;
    if (failing && now() - triedAt < tryAgainAfter) return;
    gather();
    snapshot();
    writtenAt = heardAt;
    try {
      tail.write();
      if (synced || failing) tail.sync();
      if (failing) trouble(null);
      failing = false;
    } catch (error) {
      failed(error);
    }
  };
  const turnEnds = () => write(false);
  const whenTurnEnds = () => {
    const at = now();
    if (awaited !== null) {
      if (at - awaited >= longestTurn) write(false);
    } else if (at - writtenAt >= apart) {
      awaited = at;
      soon(turnEnds);
    }
  };

  if (end.line === 0) {
    keep({ kind: 'header', header });
    write(true);
  }
  return {
    note(event, state) {
      latest = state;
      if (event.type === 'wheel') {
        samples.push(event.t, event.raw);
        return whenTurnEnds();
      }
      gather();
      if (event.type === 'tick') {
        keep({ kind: 'tick', t: event.t });
        return whenTurnEnds();
      }
      keep({ kind: 'act', act: event });
      write(true);
    },
    flush() {
      write(false);
      if (!failing) tail.syncSoon(failed);
    },
    close(how, t) {
      gather();
      if (how === 'ended') keep({ kind: 'end', t });
      triedAt = Number.NEGATIVE_INFINITY;
      write(true);
      file.close();
    },
  };
}
