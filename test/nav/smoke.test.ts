import { expect, it } from 'vitest';
import { complete } from '../../src/model/complete.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { view } from '../../src/nav/view.ts';
import { compile } from '../../src/stage/compile.ts';

it('drives', () => {
  const { roadbook, diagnostics } = complete(
    {
      notes: [
        { distance: 0, waypoints: [{ type: 'DSS' }] },
        { distance: 500, cap: 90 },
        { distance: 1000, waypoints: [{ type: 'DZ', clear: 50 }], limitKmh: 50 },
        { distance: 2000, waypoints: [{ type: 'FZ' }], reset: 0 },
        { distance: 300 },
      ],
    },
    () => null,
  );
  expect(diagnostics).toEqual([]);
  if (!roadbook) throw new Error();
  const stage = compile(roadbook);
  let state = start(stage, defaultSettings);
  const log: string[] = [];
  for (let raw = 0; raw <= 2300; raw += 2.5) {
    const [next, effects] = step(stage, state, { type: 'wheel', t: raw * 40, raw });
    state = next;
    for (const e of effects) log.push(`${view(stage, state).total} ${JSON.stringify(e)}`);
  }
  console.log(log.join('\n'), view(stage, state));
});
