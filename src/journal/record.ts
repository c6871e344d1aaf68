import { crc32 } from 'node:zlib';
import type { Act, Event } from '../nav/event.ts';
import type { Settings } from '../nav/settings.ts';
import type { State } from '../nav/state.ts';

/**
 * A journal is lines of UTF-8, each `SEQUENCE CRC JSON`: the sequence counts from 0, the CRC (CRC-32 of the journal's
 * id, the sequence and the JSON, eight hex digits) finds a damaged line, the sequence a missing or misplaced one.
 * The first record is the header.
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

/** A record as a line, with its line feed. */
export function encode(id: string, sequence: number, record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${sequence} ${checksum(id, sequence, json)} ${json}\n`;
}

/** The parts of a line whose CRC is right; null for any other. */
export function decode(id: string, line: string): { sequence: number; json: string } | null {
  const [, digits = '', crc = '', json = ''] = /^(\d{1,12}) ([0-9a-f]{8}) (.*)$/.exec(line) ?? [];
  const sequence = Number(digits);
  return json !== '' && crc === checksum(id, sequence, json) ? { sequence, json } : null;
}

function checksum(id: string, sequence: number, json: string): string {
  return crc32(`${id} ${sequence} ${json}`).toString(16).padStart(8, '0');
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
