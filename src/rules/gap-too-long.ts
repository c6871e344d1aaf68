import type { Rule } from './rule.ts';

/**
 * Notes come often enough: after a long way without one, a crew wonders whether it is still right, and the odometer has
 * drifted when the next comes. A long gap may also be a note that was lost.
 *
 * Source: none read sets a longest distance; the thresholds `gapMetres` and `liaisonGapMetres` are customs.
 */
export const rule: Rule = {
  code: 'RB407',
  name: 'gap-too-long',
  severity: 'warning',
  needs: 'odometer',
  *check({ notes, layout, sections, thresholds, locate, say, length }) {
    const least = Math.min(thresholds.gapMetres, thresholds.liaisonGapMetres);
    for (let index = 1; index < notes.length; index++) {
      const place = layout.places[index];
      if (!place?.measured || place.partial <= least) continue;
      const isRacing = sections.isSelective(index) && sections.isSelective(index - 1);
      if (place.partial <= (isRacing ? thresholds.gapMetres : thresholds.liaisonGapMetres)) continue;
      // Totals that go on behind a reset are `reset-not-restarting`.
      const before = notes[index - 1];
      if (before?.reset != null && (notes[index]?.distance ?? 0) >= (before.distance ?? 0)) continue;
      // A figure that makes the count drop is wrong already.
      if (layout.drops.some(({ note }) => note === index || note === index + 1)) continue;
      yield {
        message: `there is no note for ${length(place.partial)} before ${say(index)}`,
        span: locate(['notes', index, 'distance']),
        notes: [{ message: say(index - 1), span: locate(['notes', index - 1, 'distance']) }],
        help: 'look whether a note is missing; if not, add one that confirms the way',
      };
    }
  },
};
