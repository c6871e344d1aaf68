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

export function newDraft(): Draft {
  return { at: null, waypoints: [], services: [], pictures: { tulip: null, text: null }, kept: [] };
}
