import type { WaypointType } from '../model/fields.ts';
import type { Leg, ZoneKind } from '../stage/stage.ts';
import type { ActType } from './event.ts';
import type { Fit } from './fits.ts';

/**
 * What the crew must be told. Plain values; notes and zones by index into the Stage. Those about a note come once a run
 * for each note, whatever the crew does with the odometer; only what an `undone` or a `returned` took back is told again, when it is so.
 */
export type Effect =
  | { readonly effect: 'note-near'; readonly note: number; readonly metres: number }
  | { readonly effect: 'note-reached'; readonly note: number }
  | { readonly effect: 'note-confirmed'; readonly note: number; readonly correction: number }
  /** Run past by more than the reading can be wrong, and nobody confirmed it. */
  | { readonly effect: 'note-passed'; readonly note: number }
  /** A confirmation that the distance speaks against; nothing was changed. `fits`: where it may be instead, best first. */
  | {
      readonly effect: 'note-doubted';
      readonly note: number;
      readonly off: number;
      readonly fits: readonly Fit[];
    }
  /** The crew asked where it is. */
  | { readonly effect: 'lost'; readonly fits: readonly Fit[] }
  /** Back at the last sure place: its note, null for a total that was set or the start; `detour` is this one's metres. */
  | { readonly effect: 'returned'; readonly note: number | null; readonly detour: number }
  | {
      readonly effect: 'zone-entered';
      readonly zone: number;
      readonly kind: ZoneKind;
      readonly limitKmh: number | null;
    }
  | { readonly effect: 'zone-left'; readonly zone: number; readonly kind: ZoneKind }
  | {
      readonly effect: 'limit-exceeded';
      readonly zone: number;
      readonly speedKmh: number;
      readonly limitKmh: number;
    }
  | {
      readonly effect: 'limit-respected';
      readonly zone: number;
      readonly worstKmh: number;
      readonly ms: number;
      readonly metres: number;
    }
  | {
      readonly effect: 'waypoint-due';
      readonly note: number;
      readonly type: WaypointType;
      readonly metres: number;
    }
  | { readonly effect: 'waypoint-confirmed'; readonly note: number; readonly type: WaypointType }
  | { readonly effect: 'waypoint-missed'; readonly note: number; readonly type: WaypointType }
  | {
      readonly effect: 'neutralisation-started';
      readonly note: number;
      readonly seconds: number;
      readonly until: number;
    }
  | { readonly effect: 'neutralisation-ended'; readonly note: number }
  | { readonly effect: 'neutralisation-left-early'; readonly note: number; readonly secondsEarly: number }
  /** A transfer or liaison with a time began; `until` is the target, ms of the run. */
  | {
      readonly effect: 'leg-started';
      readonly leg: number;
      readonly note: number;
      readonly kind: Leg['kind'];
      readonly seconds: number;
      readonly until: number;
    }
  /** Arrived; below 0 it was late. */
  | {
      readonly effect: 'leg-ended';
      readonly leg: number;
      readonly note: number;
      readonly kind: Leg['kind'];
      readonly secondsEarly: number;
    }
  /** The tank does not reach to the next fuel, or the end, at `note`. */
  | {
      readonly effect: 'fuel-short';
      readonly note: number;
      readonly metres: number;
      readonly toGo: number;
    }
  | { readonly effect: 'undone'; readonly act: ActType }
  /** An act that could not be done, and why. */
  | { readonly effect: 'refused'; readonly act: ActType; readonly reason: string }
  | { readonly effect: 'finish'; readonly note: number };
