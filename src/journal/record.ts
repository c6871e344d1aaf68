import { crc32 } from 'node:zlib';
import type { Act, Event } from '../nav/event.ts';
import type { Settings } from '../nav/settings.ts';
import type { State } from '../nav/state.ts';

/**
 * A journal is lines of UTF-8, each `SEQUENCE/FIRST CRC JSON`. The sequence counts from 0; FIRST is that of the first line
 * which was not yet synced when this one was written, so that after a power cut it is known which lines were on their way to the disk. The CRC
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
  /** The sequence of the first line that was not synced when this one was written: all before it were on disk. */
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

/** A line that was found in a journal's bytes: its place, and where its JSON begins. */
export interface Found extends Place {
  readonly json: number;
}

/** What a line's CRC begins with, so that no other journal's line is taken for one of this. */
export function crcOf(id: string): number {
  return crc32(`${id} `);
}

/** The line in `[from, end)`, its line feed left out; null if it is none or its CRC is wrong. `id` is crcOf the journal's. */
export function decode(id: number, bytes: Uint8Array, from: number, end: number): Found | null {
  const slash = digitsFrom(bytes, from);
  const space = digitsFrom(bytes, slash + 1);
  const json = space + 10;
  if (slash === from || space === slash + 1 || bytes[slash] !== 0x2f) return null;
  if (json >= end || bytes[space] !== 0x20 || bytes[json - 1] !== 0x20) return null;
  const crc = crc32(bytes.subarray(json, end), crc32(bytes.subarray(from, space + 1), id));
  if (crc !== hexAt(bytes, space + 1)) return null;
  return { sequence: figure(bytes, from, slash), first: figure(bytes, slash + 1, space), json };
}

/** Where the digits from there on end; twelve at most. */
function digitsFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 12 && ((bytes[at] ?? 0) - 0x30) >>> 0 < 10) at += 1;
  return at;
}

function figure(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + (bytes[at] ?? 0) - 0x30;
  return value;
}

/** Eight digits of 0-9a-f; -1 where there is another character. */
function hexAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from; at < from + 8; at++) {
    const byte = bytes[at] ?? 0;
    const digit = byte >= 0x61 ? byte - 0x57 : byte - 0x30;
    if (digit < 0 || digit > 15 || (digit > 9 && byte < 0x61)) return -1;
    value = value * 16 + digit;
  }
  return value;
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
