import { relative } from 'node:path';
import type { Effect } from '../nav/effect.ts';
import type { Event } from '../nav/event.ts';
import type { Settings } from '../nav/settings.ts';
import { type State, start } from '../nav/state.ts';
import type { OdometerSource, SourceEvent } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { forTerminal } from '../text/escape.ts';
import { systemClock } from './clock.ts';
import type { Io } from './command.ts';
import { beginRun, brokeOff, newRunPath, type Run, resumeRun, runsFolder, unfinishedRun } from './runs.ts';
import { UsageError } from './usage-error.ts';

/** Counts are synced this often, ms, or as often as the disk can. */
const flushEvery = 50;

interface Keeping {
  readonly journal?: string | false;
  readonly resume?: true;
  /** Keep a journal unasked. */
  readonly always: boolean;
  /** Where the roadbook was read from; null for standard input. */
  readonly file: string | null;
}

/** A drive and its journal, if it keeps one. */
export interface Driven {
  /** Where it begins, or goes on. */
  readonly state: State;
  /** Keeps an event; to be called before anybody sees what it did. */
  note(event: Event, state: State, effects: readonly Effect[]): void;
  /** Ends the journal if the stage was finished; leaves it to be resumed if not. */
  close(last: State): void;
  /** A source whose counts and times go on from where the run stands. */
  continued(source: OdometerSource): OdometerSource;
}

/** Begins or resumes a drive. Where no journal can be kept, that is said on stderr and the drive goes on. */
export function driven(stage: Stage, settings: Settings, keeping: Keeping, io: Io): Driven {
  const aloud = (text: string): void => {
    io.stderr.write(`${forTerminal(text)}\n`);
  };
  const before: string[] = [];
  let say = (text: string): void => {
    before.push(text);
    aloud(text);
  };
  const run = keep(stage, settings, keeping, io, (text) => say(text));
  const state = run?.state ?? start(stage, settings);
  const stopFlushing = run ? systemClock.every(flushEvery, run.journal.flush) : () => {};
  return {
    state,
    note: (event, after) => run?.journal.note(event, after),
    close(last) {
      say = aloud;
      stopFlushing();
      run?.journal.close(last.finished ? 'ended' : 'left', last.t ?? 0);
      if (run && keeping.always) say(afterwards(last.finished, keeping.file, io.cwd));
    },
    continued(source) {
      const onward = run && state.raw !== null ? after(source, state) : source;
      return {
        ...onward,
        start(emit, ended, notice) {
          // A cockpit holds the terminal and shows what was said before under its screen.
          if (notice && keeping.always) {
            say = notice;
            for (const text of before) notice(text);
          }
          return onward.start(emit, ended, notice);
        },
      };
    },
  };
}

function keep(
  stage: Stage,
  settings: Settings,
  keeping: Keeping,
  io: Io,
  say: (text: string) => void,
): Run | null {
  const trouble = (message: string | null) =>
    say(
      message === null
        ? 'the journal is written again'
        : `the journal cannot be written, a crash would lose what is not on disk: ${message}`,
    );
  const folder = runsFolder(io.env);
  if (keeping.resume) {
    const path = keeping.journal || unfinishedRun(stage, folder);
    if (path === null) throw new UsageError('there is no run of this stage to resume');
    const run = resumeRun(stage, path, trouble);
    say(run.said === null ? 'resumed' : `resumed; ${run.said}`);
    return run;
  }
  if (keeping.journal === false || (keeping.journal === undefined && !keeping.always)) return null;
  if (keeping.always && brokeOff(stage, folder)) say('the last run was cut off: q, then --resume');
  const now = new Date();
  try {
    const path = keeping.journal ?? newRunPath(stage, folder, now);
    return beginRun(stage, settings, { path, file: keeping.file, date: now }, trouble);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    if (keeping.journal !== undefined) throw new UsageError(`cannot keep a journal: ${why}`);
    say(`no journal can be kept, a crash would lose the run: ${why}`);
    return null;
  }
}

/** What can be done with a run that was kept. */
function afterwards(isFinished: boolean, file: string | null, cwd: string): string {
  if (!isFinished) return 'the run is kept: --resume goes on with it';
  return file === null
    ? 'the run is kept'
    : `the run is kept: roadbook debrief ${relative(cwd, file)} says how it went`;
}

/** Sources begin at 0; a resumed run does not. */
function after(source: OdometerSource, { t, raw }: State): OdometerSource {
  const onward = (event: SourceEvent): SourceEvent => ({
    ...event,
    t: event.t + (t ?? 0),
    ...('raw' in event && { raw: event.raw + (raw ?? 0) }),
  });
  return {
    name: source.name,
    crewed: source.crewed ?? false,
    start: (emit, ended, notice) => source.start((event) => emit(onward(event)), ended, notice),
    ...(source.events && { events: each(source.events, onward) }),
  };
}

function* each(events: Iterable<SourceEvent>, change: (event: SourceEvent) => SourceEvent) {
  for (const event of events) yield change(event);
}
