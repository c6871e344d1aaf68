import { crc32 } from 'node:zlib';
import type { Act, Event } from '../nav/event.ts';
import type { Settings } from '../nav/settings.ts';
import type { State } from '../nav/state.ts';

/**
 * A journal is lines of UTF-8, each `SEQUENCE/FIRST CRC JSON`. The sequence counts from 0; FIRST is that of the first line
 * in the same write, so that after a power cut it is known whether a line was still on its way to the disk. The CRC
 * (CRC-32 of the journal's id, both numbers and the JSON, eight hex digits) finds a damaged line, the sequence a missing
 * or misplaced one. The first record is the header.
 */
export type JournalRecord =
  | { readonly kind: 'header'; readonly header: Header }
  /** Wheel counts, `[t, raw, t, raw, …]`. */
  | { readonly kind: 'wheel'; readonly samples: readonly number[] }
  | { readonly kind: 'tick'; readonly t: number }
  | { readonly kind: 'act'; readonly act: Act }
  /** What replaying everything before comes to, so that a long run resumes at once. */
  | { readonly kind: 'snapshot'; readonly state: State }
  /** The crew ended the run. */
  | { readonly kind: 'end'; readonly t: number };

export interface Header {
  readonly journal: 1;
  /** Tells the lines of this journal from those of any other. */
  readonly id: string;
  /** The stage's (see model/fingerprint.ts): a journal resumes on no other. */
  readonly fingerprint: string;
  readonly title: string;
  /** Where the roadbook was read from, an absolute path; null for standard input. */
  readonly file: string | null;
  readonly settings: Settings;
  /** When the run began, ISO 8601. */
  readonly started: string;
}

/** Where a line stands in its journal. */
export interface Place {
  readonly sequence: number;
  /** The sequence of the first line that was written, and synced, together with it. */
  readonly first: number;
}

/** A record as a line, with its line feed. */
export function encode(id: string, place: Place, record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${place.sequence}/${place.first} ${checksum(id, place, json)} ${json}\n`;
}

/** Whether bytes begin as a journal does, whatever became of the rest. No format of a roadbook begins like that. */
export function beginsJournal(bytes: Uint8Array): boolean {
  return /^0\/0 [0-9a-f]{8} \{/.test(String.fromCharCode(...bytes.subarray(0, 16)));
}

/** The parts of a line whose CRC is right; null for any other. */
export function decode(id: string, line: string): (Place & { json: string }) | null {
  const [, digits = '', from = '', crc = '', json = ''] =
    /^(\d{1,12})\/(\d{1,12}) ([0-9a-f]{8}) (.*)$/.exec(line) ?? [];
  const place = { sequence: Number(digits), first: Number(from) };
  return json !== '' && crc === checksum(id, place, json) ? { ...place, json } : null;
}

function checksum(id: string, { sequence, first }: Place, json: string): string {
  return crc32(`${id} ${sequence}/${first} ${json}`).toString(16).padStart(8, '0');
}

/** The events of a record, in order. */
export function eventsOf(record: JournalRecord): Event[] {
  switch (record.kind) {
    case 'wheel': {
      const events: Event[] = [];
      for (let i = 0; i + 1 < record.samples.length; i += 2) {
        events.push({ type: 'wheel', t: record.samples[i] ?? 0, raw: record.samples[i + 1] ?? 0 });
      }
      return events;
    }
    case 'tick':
      return [{ type: 'tick', t: record.t }];
    case 'act':
      return [record.act];
    default:
      return [];
  }
}
