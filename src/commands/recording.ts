import { localName } from '../formats/xml/element.ts';
import { parseXml } from '../formats/xml/saxes.ts';
import { readJournal } from '../journal/read.ts';
import { eventsOf } from '../journal/record.ts';
import { type Fix, wheelOf } from '../odometer/recorded.ts';
import type { SourceEvent } from '../odometer/source.ts';
import type { Io } from './command.ts';
import { readBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';

/** How a recording is played: what the core takes a count for, and how fast a track without times was driven. */
export interface Playing {
  readonly metresPerCount: number;
  readonly speedKmh: number;
}

/** What a recorded drive's wheel said: a journal's counts, or a GPX track as counts. Acts are the crew's to do again. */
export async function recordingOf(file: string, playing: Playing, io: Io): Promise<Iterable<SourceEvent>> {
  if (file === '') throw new UsageError('name the recording: replay:run.journal or replay:drive.gpx');
  const bytes = await readBytes(file, io);
  return bytes[0] === 0x30 ? ofJournal(file, bytes, playing) : ofTrack(file, bytes, playing);
}

function ofJournal(file: string, bytes: Uint8Array, { metresPerCount }: Playing): SourceEvent[] {
  const journal = readJournal(bytes, 'start');
  if (!journal.ok) throw new UsageError(`cannot replay '${file}': ${journal.reason}`);
  const scale = journal.header.settings.metresPerCount / metresPerCount;
  let first: { readonly t: number; readonly raw: number } | null = null;
  const events: SourceEvent[] = [];
  for (const event of journal.records.flatMap(eventsOf)) {
    if (event.type === 'wheel') {
      first ??= { t: event.t, raw: event.raw };
      events.push({ type: 'wheel', t: event.t - first.t, raw: (event.raw - first.raw) * scale });
    } else if (event.type === 'tick' && first) {
      events.push({ type: 'tick', t: event.t - first.t });
    }
  }
  if (events.length === 0) throw new UsageError(`cannot replay '${file}': the wheel never turned in it`);
  return events;
}

function ofTrack(file: string, bytes: Uint8Array, playing: Playing): Iterable<SourceEvent> {
  const segments = fixesOf(new TextDecoder().decode(bytes));
  if (!segments.some((fixes) => fixes.length > 1)) {
    throw new UsageError(`cannot replay '${file}': it is no journal and has no recorded track`);
  }
  return { [Symbol.iterator]: () => wheelOf(segments, playing) };
}

/** The track points of a GPX file with their times, by segment. What is no place is left out. */
function fixesOf(text: string): Fix[][] {
  const segments: Fix[][] = [];
  let place: Fix['place'] | null = null;
  let time: string | null = null;
  let inside = '';
  const ends: string[] = [];
  parseXml(text, {
    open(name, attributes) {
      const local = localName(name);
      ends.push(local);
      const figure = (wanted: string) =>
        Number(attributes.find((one) => one.name === wanted)?.value ?? Number.NaN);
      if (local === 'trkseg') segments.push([]);
      if (local === 'trkpt') {
        const at = { latitude: figure('lat'), longitude: figure('lon') };
        place = Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180 ? at : null;
        time = null;
      }
      inside = local;
    },
    text(part) {
      if (inside === 'time' && place) time = (time ?? '') + part;
    },
    close() {
      inside = '';
      if (ends.pop() !== 'trkpt' || !place) return;
      const t = time === null ? Number.NaN : Date.parse(time.trim());
      segments.at(-1)?.push({ place, t: Number.isFinite(t) ? t : null });
      place = null;
    },
    instruction() {},
    problem() {},
  });
  return segments;
}
