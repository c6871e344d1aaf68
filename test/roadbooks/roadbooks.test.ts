import { describe, expect, it } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { readRoadbook } from '../../src/formats/read.ts';
import { formats } from '../../src/formats/registry.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { view } from '../../src/nav/view.ts';
import { simulate } from '../../src/odometer/simulate.ts';
import { profiles } from '../../src/rules/profile.ts';
import { compile } from '../../src/stage/compile.ts';
import { sample, sampleBytes, sampleFiles } from './sample.ts';

describe.each(sampleFiles)('%s', (file) => {
  it.each(profiles)('has nothing wrong by $name', async (profile) => {
    const { diagnostics } = await lint(await sampleBytes(file), file, { profile, levels: {} });
    expect(diagnostics).toEqual([]);
  });

  it('reads back the same from its own format', async () => {
    const { format, roadbook } = await readRoadbook(await sampleBytes(file), file);
    const entry = formats.find(({ name }) => name === format);
    const written = roadbook && (await entry?.load())?.format.write?.(roadbook, {});
    if (!written) throw new Error(`${format} is not written`);
    expect(written.losses).toEqual([]);
    expect((await readRoadbook(Buffer.from(written.text), file)).roadbook).toEqual(roadbook);
  });

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
