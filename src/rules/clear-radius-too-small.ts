import type { Context } from './context.ts';
import type { Rule } from './rule.ts';

/** A positioning device gives a place once a second. */
const fixesPerSecond = 1;

/**
 * The clear radius is wide enough for the speed at which it is crossed: with a fix a second, 130 km/h leave 36 m between
 * two of them, and a circle narrower than that may lie between.
 *
 * Source: RoadbookRally, “what should be considered when designing a track”: clear radius against speed.
 */
export const rule: Rule = {
  code: 'RB607',
  name: 'clear-radius-too-small',
  severity: 'info',
  needs: 'odometer',
  *check(context) {
    const { having, locate, say } = context;
    for (const { index, note } of having.waypoints) {
      const { waypoints } = note;
      for (const [w, { type, clear }] of waypoints.entries()) {
        if (clear === null) continue;
        const kmh = Math.min(limitAt(context, index), context.thresholds.approachKmh);
        const apart = kmh / 3.6 / fixesPerSecond;
        if (2 * clear >= apart) continue;
        yield {
          message: `${type} at ${say(index)} has a clear radius of ${clear} m: at ${context.speed(kmh)} two fixes a second apart lie ${Math.round(apart)} m apart and may miss it`,
          span: locate(['notes', index, 'waypoints', w, 'clear']),
          help: `a radius of ${Math.ceil(apart / 2)} m is safe`,
        };
      }
    }
  },
};

/** The lowest limit of the speed zones around a note. */
function limitAt({ notes, zones: { zones } }: Context, note: number): number {
  const limits = zones
    .filter(({ kind, open, close }) => kind === 'speed' && open.note <= note && note <= (close?.note ?? note))
    .map(({ open }) => notes[open.note]?.limitKmh ?? null);
  return Math.min(Number.POSITIVE_INFINITY, ...limits.filter((limit) => limit !== null));
}
