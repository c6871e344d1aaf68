import type { Header } from '../../src/journal/record.ts';
import type { JournalFile } from '../../src/journal/tail.ts';
import { newJournal, openJournal } from '../../src/journal/write.ts';
import type { Event } from '../../src/nav/event.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { car } from '../../src/odometer/car.ts';
import { randomFrom } from '../../src/odometer/random.ts';
import { slippingWheel } from '../../src/odometer/wheel.ts';
import type { Stage } from '../../src/stage/stage.ts';

/** What goes wrong on the way, by note index. */
export interface Mess {
  /** Nobody confirms these. */
  readonly unseen: readonly number[];
  /** Confirmed as the note before, which the distance speaks against, then rightly. */
  readonly mistaken: readonly number[];
  /** Confirmed, and taken back. */
  readonly regretted: readonly number[];
  /** From the first to the second, metres, everything goes a third faster. */
  readonly hurried: readonly [number, number];
  /** The wheel's true scale. */
  readonly scale: number;
}

/** The journal of a run as crews have them: a slipping wheel, late presses, and the mess. The same every time. */
export function messyRun(stage: Stage, file: string | null, mess: Mess): Buffer {
  const written: string[] = [];
  const memory: JournalFile = {
    write: (bytes) => void written.push(Buffer.from(bytes).toString()),
    sync() {},
    syncSoon() {},
    close() {},
  };
  const header: Header = {
    journal: 1,
    id: 'mess',
    fingerprint: stage.fingerprint,
    title: stage.title,
    file,
    settings: defaultSettings,
    started: '2026-10-12T07:40:00.000Z',
  };
  // A wall clock that hurries: each count is a line of its own.
  let wall = 0;
  const now = () => {
    wall += 100;
    return wall;
  };
  const journal = openJournal(memory, header, {
    end: newJournal,
    trouble: () => {},
    now,
    soon: (call) => call(),
  });
  const random = randomFrom(7);
  const wheel = slippingWheel(11, mess.scale);
  let state = start(stage, defaultSettings);
  const tell = (event: Event) => {
    const [after, effects] = step(stage, state, event);
    state = after;
    journal.note(event, after);
    return effects;
  };
  let raw = 0;
  let before = { t: 0, position: 0 };
  let t = 0;
  let press: { note: number; at: number } | null = null;
  for (const { t: due, position, surface, note } of car(stage, { speedKmh: 95 })) {
    const hurried = position > mess.hurried[0] && position <= mess.hurried[1];
    t += (due - before.t) * (hurried ? 0.75 : 1);
    raw += wheel(position - before.position, surface);
    tell(position > before.position || due === 0 ? { type: 'wheel', t, raw } : { type: 'tick', t });
    before = { t: due, position };
    if (note !== null && !mess.unseen.includes(note)) press = { note, at: position + 12 * random() };
    if (press === null || position < press.at) continue;
    const { note: called } = press;
    press = null;
    if (mess.mistaken.includes(called)) tell({ type: 'confirm', t, note: called - 1 });
    tell({ type: 'confirm', t, note: called });
    if (mess.regretted.includes(called)) tell({ type: 'undo', t });
    if (called % 17 === 5) tell({ type: 'nudge', t, metres: -10 });
  }
  if (press) tell({ type: 'confirm', t, note: press.note });
  journal.close('ended', t);
  return Buffer.from(written.join(''));
}
