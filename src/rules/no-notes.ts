import type { Rule } from './rule.ts';

/**
 * A roadbook has notes.
 *
 * Source: RDBK.app and the rbtool of rally-roadbook refuse a roadbook without boxes.
 */
export const rule: Rule = {
  code: 'RB401',
  name: 'no-notes',
  severity: 'error',
  needs: 'odometer',
  *check({ notes, locate, isBroken }) {
    if (notes.length > 0 || isBroken([])) return;
    yield {
      message: 'the roadbook has no notes',
      span: locate(['notes']),
      help: 'export the roadbook again with its notes (waypoints): a track alone is no roadbook yet',
    };
  },
};
