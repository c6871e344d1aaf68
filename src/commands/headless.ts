import type { Effect } from '../nav/effect.ts';
import type { Event } from '../nav/event.ts';
import { count } from '../nav/indexes.ts';
import type { Settings } from '../nav/settings.ts';
import { type State, start } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import { view } from '../nav/view.ts';
import { paced } from '../odometer/paced.ts';
import type { SourceEvent } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { systemClock } from './clock.ts';
import type { ExitCode, Io } from './command.ts';
import { writing } from './writing.ts';

export interface HeadlessRun {
  readonly events: Iterable<SourceEvent>;
  readonly settings: Partial<Settings>;
  /** `auto`: somebody confirms each note as it is reached. */
  readonly crew: 'auto' | 'none';
  /** Times as fast as life; null as fast as it goes. */
  readonly rate: number | null;
}

/** Drives without a screen: a line of JSON for each effect, then one for the whole run. */
export async function driveHeadless(stage: Stage, run: HeadlessRun, io: Io): Promise<ExitCode> {
  const out = writing(io.stdout);
  let state = start(stage, run.settings);
  const tell = (event: Event) => {
    const [after, effects] = step(stage, state, event);
    state = after;
    for (const effect of effects) out.line(JSON.stringify(told(stage, state, effect)));
    return effects;
  };
  const hear = (event: SourceEvent) => {
    for (const effect of tell(event)) {
      if (run.crew === 'auto' && effect.effect === 'note-reached') {
        tell({ type: 'confirm', t: event.t, note: effect.note });
      }
    }
  };
  if (run.rate === null) {
    for (const event of run.events) {
      hear(event);
      if (out.full) await out.drained();
    }
  } else {
    const source = paced('simulated', run.events, systemClock, run.rate);
    await new Promise<void>((ended) => {
      source.start((event) => {
        hear(event);
        out.flush();
      }, ended);
    });
  }
  out.line(JSON.stringify({ summary: summary(stage, state) }));
  await out.drained();
  return 0;
}

/** An effect as it is printed: notes by the number on the page, indexes beside them, distances in metres. */
function told(stage: Stage, state: State, effect: Effect): Record<string, unknown> {
  const { total } = view(stage, state);
  const when = { effect: effect.effect, t: Math.round(state.t ?? 0), total: tenth(total) };
  const about: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(effect)) {
    if (key === 'note' && typeof value === 'number') {
      about.note = stage.notes[value]?.number ?? null;
      about.index = value;
      about.distance = stage.notes[value]?.printed ?? null;
    } else if (key === 'fits' && Array.isArray(value)) {
      about.fits = value.map((index: number) => stage.notes[index]?.number ?? null);
    } else if (key !== 'effect') {
      about[key] = typeof value === 'number' ? tenth(value) : value;
    }
  }
  return { ...when, ...about };
}

function summary(stage: Stage, state: State) {
  const { said, instrument, finished, t } = state;
  const { total, calibration } = view(stage, state);
  return {
    title: stage.title,
    fingerprint: stage.fingerprint,
    finished,
    notes: stage.notes.length,
    reached: count(said.reached),
    confirmed: count(instrument.confirmed),
    passed: count(said.passed),
    waypoints: { all: stage.notes.filter((n) => n.waypoint !== null).length, missed: count(said.missed) },
    total: tenth(total),
    driven: tenth(state.reading),
    seconds: Math.round((t ?? 0) / 1000),
    calibration,
  };
}

/** Metres, km/h and seconds to a tenth: finer is noise in a log. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
