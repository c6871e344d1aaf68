import { crcOf, decode, type Header, type JournalRecord, type Place } from './record.ts';

/** What a journal's bytes hold. */
export type JournalRead =
  | {
      readonly ok: true;
      readonly header: Header;
      /** From the newest snapshot on, or all if that was asked for or there is none. */
      readonly records: readonly JournalRecord[];
      /** The next line's sequence. */
      readonly sequence: number;
      /** Bytes up to the end of the last good line. */
      readonly good: number;
      /** Bytes of a torn tail after that, written but never acknowledged; 0 when there is none. */
      readonly torn: number;
      readonly ended: boolean;
    }
  | {
      readonly ok: false;
      readonly reason: string;
      /** True if not even one line was ever finished, as when the power went at the very start. */
      readonly empty: boolean;
    };

// The CRC says that these are our own bytes; the shape was ours when they were written, by this version or another.
function isRecord(value: unknown): value is JournalRecord {
  if (!isMapping(value)) return false;
  switch (value.kind) {
    case 'wheel':
      return Array.isArray(value.samples) && value.samples.every(Number.isFinite);
    case 'tick':
    case 'end':
      return Number.isFinite(value.t);
    case 'act':
      return isMapping(value.act) && 'type' in value.act;
    case 'snapshot':
      return isMapping(value.state) && 'instrument' in value.state;
    default:
      return false;
  }
}

function isHeader(value: unknown): value is Omit<Header, 'file'> & { readonly file?: string | null } {
  if (!isMapping(value) || value.journal !== 1 || !isMapping(value.settings)) return false;
  const { id, fingerprint, title, started, file, settings } = value;
  const { metresPerCount, nearMetres, passMetres, limitToleranceKmh } = settings;
  return (
    [id, fingerprint, title, started, file ?? ''].every((text) => typeof text === 'string') &&
    [metresPerCount, nearMetres, passMetres, limitToleranceKmh].every(Number.isFinite)
  );
}

function isMapping(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/**
 * Reads a journal. Bad bytes behind the last good line are a torn tail: the write that the power cut interrupted. So are
 * good lines of that same write: a disk puts its blocks where it likes. A line of a later write behind a bad one means
 * damage to what was acknowledged, for no write begins before the one before is on disk: then nothing is resumed.
 */
export function readJournal(bytes: Uint8Array, since: 'snapshot' | 'start' = 'snapshot'): JournalRead {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { lines, good, behind } = goodLines(buffer);
  const header = lines[0] ? headerOf(textOf(buffer, lines[0])) : null;
  if (header === null) {
    const reason = 'it does not begin with the header of a journal';
    return { ok: false, reason, empty: !bytes.includes(lineFeed) };
  }
  if (behind) return refused(`line ${lines.length + 1} is damaged, and good lines follow it`);
  const newest = lines.findLastIndex(({ from }) =>
    snapshot.equals(buffer.subarray(from, from + snapshot.length)),
  );
  const from = since === 'start' ? 1 : Math.max(1, newest);
  const records: JournalRecord[] = [];
  for (const [i, line] of lines.slice(from).entries()) {
    const record: unknown = JSON.parse(textOf(buffer, line));
    if (!isRecord(record)) return refused(`line ${from + i + 1} is of a kind this version does not know`);
    records.push(record);
  }
  const ended = records.at(-1)?.kind === 'end';
  return { ok: true, header, records, sequence: lines.length, good, torn: bytes.length - good, ended };
}

function headerOf(json: string): Header | null {
  const record: unknown = JSON.parse(json);
  if (!isMapping(record) || record.kind !== 'header' || !isHeader(record.header)) return null;
  // Journals of earlier versions do not say where the roadbook was.
  return { ...record.header, file: record.header.file ?? null };
}

function refused(reason: string): JournalRead {
  return { ok: false, reason, empty: false };
}

const lineFeed = 0x0a;
const snapshot = Buffer.from('{"kind":"snapshot"');

/** The JSON of a line, bytes. */
interface Json {
  readonly from: number;
  readonly to: number;
}

function textOf(buffer: Buffer, { from, to }: Json): string {
  return buffer.toString('utf8', from, to);
}

/** Every good line from the first on, where they end, and whether one of a later write stands behind a bad one. */
function goodLines(buffer: Buffer): { lines: Json[]; good: number; behind: boolean } {
  const lines: Json[] = [];
  // The header's own line is checked with an empty id: it is what tells the id.
  let id = crcOf('');
  let good = 0;
  let bad = false;
  for (let start = 0; start < buffer.length; ) {
    const feed = buffer.indexOf(lineFeed, start);
    const to = feed === -1 ? buffer.length : feed;
    const line = feed === -1 ? null : decode(id, buffer, start, to);
    const next = lines.length;
    if (line && !bad && line.sequence === next) {
      const json = { from: line.json, to };
      if (next === 0) id = crcOf(headerOf(textOf(buffer, json))?.id ?? '');
      lines.push(json);
      good = to + 1;
    } else {
      bad = true;
      const found = line ?? swallowed(id, buffer, start, to);
      if (found && (found.first > next || found.sequence <= next)) return { lines, good, behind: true };
    }
    start = to + 1;
  }
  return { lines, good, behind: false };
}

/** A good line that hangs on a bad one, because the line feed between them was damaged. */
function swallowed(id: number, buffer: Buffer, from: number, to: number): Place | null {
  const text = buffer.toString('latin1', from, to);
  for (const { index } of text.matchAll(/\d{1,12}\/\d{1,12} [0-9a-f]{8} \{/g)) {
    const line = index === 0 ? null : decode(id, buffer, from + index, to);
    if (line) return line;
  }
  return null;
}
