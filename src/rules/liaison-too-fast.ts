import { liaisonsOf } from './liaisons.ts';
import type { Rule } from './rule.ts';

/**
 * The time allowed for a liaison can be kept within the law: its average is below `liaisonKmh`.
 *
 * Source: none official; on ordinary roads an average above 110 km/h means that limits are broken.
 */
export const rule: Rule = {
  code: 'RB506',
  name: 'liaison-too-fast',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    const { layout, thresholds, locate, say, length } = context;
    for (const { from, to, waypoint, seconds } of liaisonsOf(context)) {
      const metres = (layout.places[to]?.at ?? 0) - (layout.places[from]?.at ?? 0);
      if (seconds === null || seconds === 0 || layout.drops.length > 0) continue;
      const kmh = (metres / seconds) * 3.6;
      if (kmh <= thresholds.liaisonKmh) continue;
      yield {
        message: `${length(metres)} in ${Math.round(seconds / 60)} min from ${say(from)} to ${say(to)} is an average of ${Math.round(kmh)} km/h`,
        span: locate(['notes', from, 'waypoints', waypoint, 'seconds']),
        notes: [{ message: `the next control, at ${say(to)}`, span: locate(['notes', to]) }],
        help: 'allow more time, or correct the distances',
      };
    }
  },
};
