import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/nav/settings.ts';
import { start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { view } from '../../src/nav/view.ts';
import { simulate } from '../../src/odometer/simulate.ts';
import { compile } from '../../src/stage/compile.ts';
import { sample, sampleFiles } from './sample.ts';

describe.each(sampleFiles)('%s', (file) => {
  it('drives to the end: every note is reached once and in order, and the last total is the last distance', async () => {
    const stage = compile(await sample(file));
    expect(stage.remarks).toEqual([]);
    const reached: number[] = [];
    let finish = -1;
    let state = start(stage, defaultSettings);
    for (const event of simulate(stage, { hz: 2 })) {
      const [next, effects] = step(stage, state, event);
      state = next;
      for (const effect of effects) {
        if (effect.effect === 'note-reached') reached.push(effect.note);
        if (effect.effect === 'finish') finish = effect.note;
      }
    }
    expect(reached).toEqual(stage.notes.map((note) => note.index));
    expect(finish).toBe(stage.notes.length - 1);
    expect(view(stage, state).total).toBe(stage.roadbook.notes.at(-1)?.distance);
  });
});
