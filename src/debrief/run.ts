import type { JournalRead } from '../journal/read.ts';
import { eventsOf } from '../journal/record.ts';
import { penalties } from '../nav/penalties.ts';
import type { PenaltyProfile } from '../nav/penalty-tables.ts';
import { type State, start } from '../nav/state.ts';
import type { Stage } from '../stage/stage.ts';
import { watchCalls, watchCorrections } from './calls.ts';
import type { Calibration, Debrief } from './debrief.ts';
import { notesOf, watchNotes, waypointsOf } from './notes.ts';
import { sectionsOf, watchStanding } from './sections.ts';
import { spreadOf } from './spread.ts';
import { watchSpeed } from './trace.ts';
import { tenth, type Watcher, watch } from './watch.ts';
import { watchZones } from './zones.ts';

/** The whole of a journal, from its first event on. */
type Journal = Pick<JournalRead & { ok: true }, 'header' | 'records'>;

/** What happened in the run: the journal driven once more through the navigator. Pure; the stage must be the journal's own. */
export function debriefOf(
  stage: Stage,
  { header, records }: Journal,
  profile: PenaltyProfile = 'fia-2026-unofficial',
): Debrief {
  const watchers = {
    calls: watchCalls(),
    corrections: watchCorrections(),
    notes: watchNotes(),
    standing: watchStanding(),
    zones: watchZones(stage),
    calibration: watchCalibration(header.settings.metresPerCount),
    speed: watchSpeed(0, stage.length, 480),
    span: watchSpan(),
  };
  const events = records.flatMap(eventsOf);
  const last = watch(stage, start(stage, header.settings), events, Object.values(watchers));
  const calls = watchers.calls.found(last);
  const corrections = watchers.corrections.found(last);
  const notes = notesOf(stage, last, watchers.notes.found(last), calls);
  const span = watchers.span.found(last);
  return {
    debrief: 1,
    title: stage.title,
    event: stage.roadbook.event,
    fingerprint: stage.fingerprint,
    units: stage.roadbook.units,
    length: stage.length,
    started: header.started,
    seconds: tenth(span.ms / 1000),
    finished: last.finished,
    reading: tenth(last.reading),
    driven: tenth(span.counts * last.instrument.metresPerCount),
    detour: tenth(last.instrument.detour),
    calls,
    corrections,
    errors: spreadOf(notes.flatMap(({ error }) => error ?? [])),
    notes,
    sections: sectionsOf(stage, notes, corrections, watchers.standing.found(last)),
    zones: watchers.zones.found(last),
    waypoints: waypointsOf(stage, last),
    penalties: penaltiesOf(stage, last, profile),
    calibration: watchers.calibration.found(last),
    trace: watchers.speed.found(last),
  };
}

function penaltiesOf(stage: Stage, last: State, profile: PenaltyProfile): Debrief['penalties'] {
  const { list, ...sums } = penalties(stage, last, profile);
  return { ...sums, list: list.map((one) => ({ ...one, number: stage.notes[one.note]?.number ?? 0 })) };
}

/** The wheel's scale over its nominal one, at the start and at each change. */
function watchCalibration(nominal: number): Watcher<Calibration[]> {
  const changes: Calibration[] = [{ t: 0, at: 0, factor: 1 }];
  return {
    see({ before, event, after }) {
      const scale = after.instrument.metresPerCount;
      if (scale === before.instrument.metresPerCount) return;
      changes.push({
        t: Math.round(event.t),
        at: tenth(after.reading),
        factor: Math.round((scale / nominal) * 1e5) / 1e5,
      });
    },
    found: () => changes,
  };
}

/** From the first event to the last: time, and counts of the wheel. */
function watchSpan(): Watcher<{ readonly ms: number; readonly counts: number }> {
  let first: number | null = null;
  let raw: number | null = null;
  return {
    see({ event }) {
      first ??= event.t;
      if (event.type === 'wheel') raw ??= event.raw;
    },
    found: (last) => ({
      ms: (last.t ?? 0) - (first ?? 0),
      counts: raw === null ? 0 : (last.raw ?? 0) - raw,
    }),
  };
}
