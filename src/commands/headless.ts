import type { Effect } from '../nav/effect.ts';
import type { Event } from '../nav/event.ts';
import { type Fit, reasonOf } from '../nav/fits.ts';
import { count } from '../nav/indexes.ts';
import { penalties } from '../nav/penalties.ts';
import type { PenaltyProfile } from '../nav/penalty-tables.ts';
import type { State } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import { printedTotal, view } from '../nav/view.ts';
import type { OdometerSource, SourceEvent } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { forTerminal } from '../text/escape.ts';
import type { ExitCode, Io } from './command.ts';
import type { ActLine, CrewActs } from './crew-acts.ts';
import type { Driven } from './driven.ts';
import { writing } from './writing.ts';

export interface HeadlessRun {
  readonly run: Driven;
  readonly source: OdometerSource;
  /** `auto`: somebody confirms each note as it is reached, unless the source does. */
  readonly crew: 'auto' | 'none';
  /** Not at the source's own pace: as fast as it goes. */
  readonly asFast: boolean;
  readonly acts: CrewActs;
  readonly profile: PenaltyProfile;
}

/** Drives without a screen: a line of JSON for each effect, then one for the whole run. */
export async function driveHeadless(stage: Stage, options: HeadlessRun, io: Io): Promise<ExitCode> {
  const { run, source } = options;
  const confirms = options.crew === 'auto' && !source.crewed;
  const out = writing(io.stdout);
  let state = run.state;
  const tell = (event: Event) => {
    const [after, effects] = step(stage, state, event);
    state = after;
    run.note(event, after, effects);
    for (const effect of effects) out.line(JSON.stringify(told(stage, state, effect)));
    return effects;
  };
  const { timed, listen } = options.acts;
  let done = 0;
  const perform = ({ act }: ActLine, t: number) => tell({ ...act, t });
  const hear = (event: SourceEvent) => {
    for (; done < timed.length; done++) {
      const upcoming = timed[done];
      if (!upcoming || (upcoming.at ?? 0) > event.t) break;
      perform(upcoming, Math.max(upcoming.at ?? 0, state.t ?? 0));
    }
    for (const effect of tell(event)) {
      if (confirms && effect.effect === 'note-reached') {
        tell({ type: 'confirm', t: event.t, note: effect.note });
      }
    }
  };
  const notice = (text: string) => io.stderr.write(`${forTerminal(text)}\n`);
  if (options.asFast && source.events) {
    for (const event of source.events) {
      hear(event);
      if (out.full) await out.drained();
    }
  } else {
    await new Promise<void>((ended) => {
      // When the turn ends, and so after the journal's own write: what is printed is not lost with this process.
      const printed = () => queueMicrotask(out.flush);
      const live = (event: SourceEvent) => {
        hear(event);
        printed();
      };
      listen?.((act) => {
        perform(act, state.t ?? 0);
        printed();
      }, notice);
      source.start(live, ended, notice);
    });
  }
  out.line(JSON.stringify({ summary: summary(stage, state, options.profile) }));
  await out.drained();
  run.close(state);
  return 0;
}

/** An effect as it is printed: notes by the number on the page, indexes beside them, distances in metres. */
function told(stage: Stage, state: State, effect: Effect): Record<string, unknown> {
  const total = printedTotal(stage, state);
  const when = { effect: effect.effect, t: Math.round(state.t ?? 0), total: tenth(total) };
  const about: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(effect)) {
    if (key === 'note' && typeof value === 'number') {
      about.note = stage.notes[value]?.number ?? null;
      about.index = value;
      about.distance = stage.notes[value]?.printed ?? null;
    } else if (key === 'fits' && Array.isArray(value)) {
      about.fits = value.map((fit: Fit) => ({
        note: stage.notes[fit.note]?.number ?? null,
        index: fit.note,
        off: tenth(fit.expected - fit.run),
        sigmas: tenth(fit.sigmas),
        reason: reasonOf(stage, fit),
      }));
    } else if (key !== 'effect') {
      about[key] = typeof value === 'number' ? tenth(value) : value;
    }
  }
  return { ...when, ...about };
}

function summary(stage: Stage, state: State, profile: PenaltyProfile) {
  const { said, instrument, finished, t } = state;
  const shown = view(stage, state);
  const { total, calibration } = shown;
  return {
    title: stage.title,
    fingerprint: stage.fingerprint,
    finished,
    notes: stage.notes.length,
    reached: count(said.reached),
    confirmed: count(instrument.confirmed),
    passed: count(said.passed),
    waypoints: shown.waypoints,
    speeding: shown.speeding.map(({ zone, ms, metres, worstKmh, times }) => ({
      note: stage.notes[stage.zones[zone]?.firstNote ?? -1]?.number ?? null,
      limitKmh: stage.zones[zone]?.limitKmh ?? null,
      worstKmh: tenth(worstKmh),
      times,
      seconds: tenth(ms / 1000),
      metres: tenth(metres),
    })),
    penalties: charged(stage, state, profile),
    total: tenth(total),
    driven: tenth(state.reading),
    detour: tenth(instrument.detour),
    seconds: Math.round((t ?? 0) / 1000),
    calibration,
  };
}

/** Penalties with their notes as printed. */
function charged(stage: Stage, state: State, profile: PenaltyProfile) {
  const found = penalties(stage, state, profile);
  const list = found.list.map(({ note, ...rest }) => ({
    ...rest,
    note: stage.notes[note]?.number ?? null,
    index: note,
  }));
  return { ...found, list };
}

/** Metres, km/h and seconds to a tenth: finer is noise in a log. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
