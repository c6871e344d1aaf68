import type { Coordinates, Service } from '../../model/fields.ts';
import type { Kept, NoteDraft, WaypointDraft } from '../../model/roadbook.ts';

/** A note while its elements are read. */
export interface Draft extends NoteDraft {
  at: Coordinates | null;
  readonly waypoints: WaypointDraft[];
  readonly services: Service[];
  readonly pictures: { tulip: string | null; text: string | null };
  readonly kept: Kept[];
}

/** With all its fields, so that the drafts of a file have one shape. */
export function newDraft(): Draft {
  return {
    number: null,
    name: null,
    distance: null,
    at: null,
    showAt: false,
    waypoints: [],
    limitKmh: null,
    cap: null,
    danger: null,
    tulip: null,
    pictures: { tulip: null, text: null },
    text: null,
    symbols: [],
    stopSeconds: null,
    reset: null,
    services: [],
    kept: [],
  };
}
