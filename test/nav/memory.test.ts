import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { JournalFile } from '../../src/journal/tail.ts';
import { newJournal, openJournal } from '../../src/journal/write.ts';
import type { Event } from '../../src/nav/event.ts';
import { start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { stageOf } from '../support/drive.ts';
import { header } from '../support/journals.ts';

const nowhere: JournalFile = { write() {}, sync() {}, syncSoon: (done) => done(null), close() {} };

it('the memory of a run is constant: five days at 10 Hz hold no more than one, its journal included', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const stage = stageOf(Array.from({ length: 1_440 }, (_, i) => ({ distance: i * 1_500 })));
  const day = stage.length / 5;
  let state = start(stage);
  let now = 0;
  const journal = openJournal(nowhere, header, {
    end: newJournal,
    trouble: () => {},
    // In time lapse, so that a line holds many counts.
    now: () => now / 50,
    soon: () => {},
  });
  const tell = (event: Event) => {
    const [after, effects] = step(stage, state, event);
    state = after;
    journal.note(event, state);
    return effects;
  };
  const held: number[] = [];
  for (let raw = 0; held.length < 5; raw += 2.5) {
    now += 100;
    for (const { effect } of tell({ type: 'wheel', t: now, raw })) {
      if (effect === 'note-reached') tell({ type: 'confirm', t: now, sure: true });
    }
    if (now % 1000 === 0) journal.flush();
    if (raw < day * (held.length + 1)) continue;
    collect();
    held.push(process.memoryUsage().heapUsed / 1024);
  }
  const grown = held.slice(1).map((kib) => kib - (held[0] ?? 0));
  expect(Math.max(...grown)).toBeLessThan(256);
}, 60_000);
