import type { Sample } from './debrief.ts';
import { tenth, type Watcher } from './watch.ts';

interface Stretch {
  ms: number;
  metres: number;
  worstKmh: number;
}

/**
 * Speed by distance between two places of the axis, in so many stretches of the same length; stretches nobody drove are
 * left out. One that was driven twice has both drives in it.
 */
export function watchSpeed(from: number, to: number, count: number): Watcher<Sample[]> {
  const width = Math.max(1, (to - from) / count);
  const stretches: (Stretch | undefined)[] = Array.from({ length: count });
  return {
    see({ before, after, event }) {
      if (event.type !== 'wheel' || before.t === null || after.instrument.frozen) return;
      const place = Math.floor((after.reading - from) / width);
      if (!(place >= 0 && place < count)) return;
      stretches[place] ??= { ms: 0, metres: 0, worstKmh: 0 };
      const stretch = stretches[place];
      stretch.ms += event.t - before.t;
      stretch.metres += Math.abs(after.reading - before.reading);
      stretch.worstKmh = Math.max(stretch.worstKmh, after.speed.kmh ?? 0);
    },
    found: () =>
      stretches.flatMap((stretch, i) => {
        if (!stretch || stretch.ms === 0) return [];
        return [
          {
            at: tenth(from + (i + 0.5) * width),
            kmh: tenth((stretch.metres / stretch.ms) * 3600),
            worstKmh: tenth(stretch.worstKmh),
          },
        ];
      }),
  };
}
