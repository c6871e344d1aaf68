import { type MarkedZone, zoneMarks } from '../model/zones.ts';
import type { Finding } from '../text/diagnostic.ts';
import type { Context } from './context.ts';
import { isOpenRallyBefore } from './openrally-age.ts';
import type { Rule } from './rule.ts';
import { markPath, zoneNames } from './zone-words.ts';

/**
 * Every DZ has its FZ, every DN its FN, every DT its FT.
 *
 * Source: RoadbookRally, “track structure errors”: “every DN has a matching FN”, “every DZ has a matching FZ”; a change of
 * limit inside a zone is another DZ. OpenRally before 1.0.1 has no tag for the end of a neutralisation.
 */
export const rule: Rule = {
  code: 'RB301',
  name: 'zone-not-closed',
  severity: 'error',
  needs: 'odometer',
  *check(context) {
    for (const zone of context.zones.zones) {
      if (zone.kind === 'speed') yield* unchanged(context, zone);
      if (zone.close === null && canBeClosed(context, zone)) yield open(context, zone);
    }
  },
};

function open(context: Context, { kind, open, changes }: MarkedZone): Finding {
  const { open: opening, close: closing } = zoneMarks[kind];
  const last = changes.at(-1) ?? open;
  return {
    message: `the ${zoneNames[kind]} that begins at ${context.say(last.note)} has no ${closing}`,
    span: context.locate(markPath(last)),
    help: `mark the note where it ends with ${closing}, or take the ${opening} away`,
  };
}

/** A DZ with the limit that holds already changes nothing: the FZ before it is missing. */
function* unchanged(context: Context, { open, changes }: MarkedZone): Iterable<Finding> {
  let before = open;
  for (const mark of changes) {
    const limit = context.notes[before.note]?.limitKmh ?? null;
    if (limit !== null && context.notes[mark.note]?.limitKmh === limit) {
      yield {
        message: `the speed zone that begins at ${context.say(before.note)} has no FZ before the next DZ, which has the same limit`,
        span: context.locate(markPath(before)),
        notes: [{ message: `DZ again at ${context.say(mark.note)}`, span: context.locate(markPath(mark)) }],
        help: 'mark the note where the first zone ends with FZ, or take the second DZ away',
      };
    }
    before = mark;
  }
}

function canBeClosed({ roadbook, notes }: Context, { kind }: MarkedZone): boolean {
  const isPoint = kind === 'neutralisation' && isOpenRallyBefore(roadbook, [1, 0, 2]);
  return !isPoint || notes.some(({ waypoints }) => waypoints.some(({ type }) => type === 'FN'));
}
