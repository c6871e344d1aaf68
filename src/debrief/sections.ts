import type { Stage } from '../stage/stage.ts';
import type { Correction, DebriefNote, SectionDebrief } from './debrief.ts';
import { spreadOf } from './spread.ts';
import { tenth, type Watcher } from './watch.ts';

/** Where the car stood, metres of the axis, and for how long, ms. */
type Standing = readonly { readonly at: number; readonly ms: number }[];

export function watchStanding(): Watcher<Standing> {
  const stood: { at: number; ms: number }[] = [];
  return {
    see({ before, event, after }) {
      if (before.t === null || before.speed.kmh !== 0) return;
      const ms = event.t - before.t;
      const last = stood.at(-1);
      if (last?.at === after.reading) last.ms += ms;
      else if (ms > 0) stood.push({ at: after.reading, ms });
    },
    found: () => stood,
  };
}

/** Liaisons and selective sections, with what was driven and done in each. */
export function sectionsOf(
  stage: Stage,
  notes: readonly DebriefNote[],
  corrections: readonly Correction[],
  standing: Standing,
): SectionDebrief[] {
  return stage.sections.map((section, i) => {
    const { kind, from, to, firstNote, lastNote, secondsAllowed } = section;
    // A section's first note is the one before's last: it is counted once, where it begins.
    const isLast = i === stage.sections.length - 1;
    const own = notes.slice(firstNote, isLast ? lastNote + 1 : lastNote);
    const inside = ({ at }: { readonly at: number }) => at >= from && (at < to || isLast);
    const started = notes[firstNote]?.reached ?? null;
    const ended = notes[lastNote]?.reached ?? null;
    const ms = started === null || ended === null ? 0 : ended - started;
    const stood = standing.filter(inside).reduce((sum, stop) => sum + stop.ms, 0);
    return {
      kind,
      from,
      to,
      firstNote,
      lastNote,
      started,
      ended,
      secondsAllowed,
      kmh: ms > 0 ? tenth(((to - from) / ms) * 3600) : null,
      standingSeconds: tenth(stood / 1000),
      notes: own.length,
      confirmed: own.filter(({ status }) => status === 'confirmed').length,
      passed: own.filter(({ status }) => status === 'passed').length,
      corrections: corrections.filter(inside).length,
      errors: spreadOf(own.flatMap(({ error }) => error ?? [])),
    };
  });
}
