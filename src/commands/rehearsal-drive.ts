import * as z from 'zod';
import type { Effect } from '../nav/effect.ts';
import type { State } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import { paced } from '../odometer/paced.ts';
import type { Drill } from '../rehearse/drill.ts';
import type { Press, Rehearsal } from '../rehearse/rehearsal.ts';
import type { Mark } from '../rehearse/trainer.ts';
import type { Stage } from '../stage/stage.ts';
import type { KeyHint } from '../tui/picture.ts';
import type { Saying } from '../tui/words.ts';
import { systemClock } from './clock.ts';
import { type CockpitLook, lookOptions } from './cockpit-options.ts';
import type { Io } from './command.ts';
import { ownNotes } from './own-notes.ts';
import { readBytes } from './read-file.ts';
import {
  effectSaying,
  guides,
  markSaying,
  nothingSaying,
  outsideSaying,
  type Rehearsed,
  scoreText,
} from './rehearsal-words.ts';
import { terminalOf } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { writing } from './writing.ts';

interface CockpitChoice extends CockpitLook {
  readonly rate: number;
}

/** In the cockpit, until the crew quits. */
export async function rehearseInCockpit(
  { file, stage }: { readonly file: string; readonly stage: Stage },
  drill: Drill,
  run: Rehearsal,
  choice: CockpitChoice,
  io: Io,
): Promise<void> {
  const { runCockpit } = await import('../tui/cockpit.ts');
  const { deedOf, turnsOdometer } = await import('../tui/keys.ts');
  const { own, keep, done } = await ownNotes(file, stage, io);
  const source = paced('', run.events, systemClock, choice.rate);
  let over = false;
  const says = { stage, drill, run };
  const press = (what: Press, state: State) => {
    const marks = run.press(what, state);
    return marks.length > 0
      ? marks.map((mark) => markSaying(mark, says, state.speed.kmh))
      : [nothingSaying(says, state.next, over)];
  };
  await runCockpit({
    stage,
    settings: run.initial.settings,
    initial: run.initial,
    source: {
      ...source,
      get name() {
        return scoreText(run.score, drill);
      },
      start(emit, ended, notice) {
        notice?.(guides[drill]);
        return source.start(
          emit,
          () => {
            over = true;
            ended();
            notice?.(overText);
          },
          notice,
        );
      },
    },
    terminal: terminalOf(io),
    clock: systemClock,
    own,
    onOwn: keep,
    warnings: (state, effects) => ({ sayings: told(says, state, effects), bell: false }),
    rehearsal: {
      key(key, state) {
        const what = pressOf(key, drill, run.asked);
        if (what !== null) return press(what, state);
        const deed = deedOf(key);
        return deed && turnsOdometer(deed) ? [notHere] : null;
      },
      get keys() {
        if (run.asked) return answers;
        return over ? [] : [drill === 'lost' ? wrongWay : callsIt];
      },
      get over() {
        return over;
      },
      saying: (effect) => effectSaying(effect, says),
      seen: run.seen,
      hides: run.hides,
    },
    ...lookOptions(choice),
  });
  await done();
}

const notHere: Saying = { text: 'Not in a rehearsal', tone: 'info', bell: false };
const overText = 'The rehearsal is over; q shows the score';

const callsIt: KeyHint = ['space', 'call'];
const wrongWay: KeyHint = ['space', 'wrong way'];
const answers: readonly KeyHint[] = [
  ['y', 'I knew it'],
  ['n', 'I did not'],
];

/** What a key is for the rehearsal; null for those of the cockpit. */
function pressOf(key: string, drill: Drill, asked: boolean): Press | null {
  if (asked && (key === 'y' || key === 'n')) return key === 'y' ? 'yes' : 'no';
  if (key === 'space' || key === 'enter') return 'call';
  return key === 'l' && drill === 'lost' ? 'lost' : null;
}

function told(says: Rehearsed, state: State, effects: readonly Effect[]): readonly Saying[] {
  const { stage, drill, run } = says;
  const marks = run.heard(effects).map((mark) => markSaying(mark, says, state.speed.kmh));
  if (drill !== 'lost') return marks;
  const outside = effects.flatMap((effect) => {
    if (effect.effect === 'note-confirmed')
      return outsideSaying(stage, effect.note, !run.isWrongTurn(effect.note)) ?? [];
    if (effect.effect === 'returned' && effect.note !== null)
      return outsideSaying(stage, effect.note, true) ?? [];
    return [];
  });
  return [...marks, ...outside];
}

const PressLine = z.strictObject({
  t: z.number().nonnegative(),
  press: z.enum(['call', 'lost', 'yes', 'no']),
});

/** Without a screen, as fast as it goes: a line of JSON for each mark. */
export async function rehearseHeadless(
  stage: Stage,
  run: Rehearsal,
  presses: string | undefined,
  io: Io,
): Promise<void> {
  const due = presses === undefined ? [] : pressLines(await readBytes(presses, io), presses);
  const out = writing(io.stdout);
  let state = run.initial;
  let next = 0;
  const mark = (marks: readonly Mark[]) => {
    for (const one of marks) out.line(JSON.stringify(numbered(one, stage, state)));
  };
  for (const event of run.events) {
    for (let press = due[next]; press && press.t <= event.t; press = due[++next]) {
      mark(run.press(press.press, state));
    }
    const [after, effects] = step(stage, state, event);
    state = after;
    mark(run.heard(effects));
    if (out.full) await out.drained();
  }
  await out.drained();
}

function pressLines(bytes: Uint8Array, file: string): z.output<typeof PressLine>[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const found = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = PressLine.safeParse(fromJson(line));
    if (!parsed.success) {
      throw new UsageError(`--presses ${file}, line ${i + 1}: not a press, as {"t":61000,"press":"call"}`);
    }
    return [parsed.data];
  });
  return found.sort((a, b) => a.t - b.t);
}

function fromJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** A mark as it is printed: the note by its number on the page, its index beside it. */
function numbered(mark: Mark, stage: Stage, { t }: State): Record<string, unknown> {
  const tenth = (value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);
  const figures = Object.fromEntries(Object.entries(mark).map(([key, value]) => [key, tenth(value)]));
  const about = 'note' in mark ? { note: stage.notes[mark.note]?.number ?? null, index: mark.note } : {};
  return { ...figures, t: Math.round(t ?? 0), ...about };
}
