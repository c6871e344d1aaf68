import type { Axis } from '../model/axis.ts';
import type { Danger, Surface, WaypointType } from '../model/fields.ts';
import type { Note, Roadbook } from '../model/roadbook.ts';
import type { ZoneKind } from '../model/zones.ts';

/**
 * A roadbook made ready to drive: frozen, flat, one cumulative axis. Everything the navigator asks in the stage is
 * answered here once. Distances are metres on the cumulative axis unless they say "printed".
 */
export interface Stage {
  /** SHA-256-free content hash of what can be driven (see fingerprint.ts): 16 hex digits. */
  readonly fingerprint: string;
  readonly title: string;
  readonly roadbook: Roadbook;
  readonly notes: readonly StageNote[];
  /** In order of their start. Zones of different kinds may overlap, as a transfer with a speed limit does. */
  readonly zones: readonly Zone[];
  readonly sections: readonly Section[];
  readonly legs: readonly Leg[];
  /** Indexes of the notes with a waypoint that is confirmed by passing. */
  readonly waypoints: readonly number[];
  /** How far a vehicle gets on one tank; null: nobody says. */
  readonly fuelRange: number | null;
  /** Where each printed axis begins; the first at 0. */
  readonly axes: readonly Axis[];
  /** What the page prints distances in. */
  readonly unit: { readonly name: 'km' | 'mi'; readonly metres: number };
  /** Length of the cumulative axis. */
  readonly length: number;
  /** What the roadbook left unclear and how the stage took it; each said once to the crew. */
  readonly remarks: readonly StageRemark[];
}

export interface StageNote {
  /** Place in `Stage.notes`. */
  readonly index: number;
  /** As printed. */
  readonly number: number;
  readonly at: number;
  /** False: the roadbook gives no distance, `at` is the previous note's. */
  readonly measured: boolean;
  /** Printed total at the note. */
  readonly printed: number;
  /** To here from the previous note. */
  readonly partial: number;
  /** Index into `Stage.axes` of the axis the note is printed on. */
  readonly axis: number;
  readonly danger: Danger | null;
  /** True north, 0–359. */
  readonly cap: number | null;
  /** Waypoints that the crew confirms by passing: WPx, DSS, ASS, CP. */
  readonly waypoint: WaypointType | null;
  readonly surface: Surface | null;
  /** Of the neutralisation that starts here. */
  readonly neutralSeconds: number | null;
  readonly fuel: boolean;
  /** Indexes of the zones in force between this note and the next. */
  readonly zones: readonly number[];
  /** How many waypoints lie before this note. */
  readonly waypointsBefore: number;
  /** Index of the next note with fuel, this one included; the last where there is none. */
  readonly fuelNext: number;
  readonly note: Note;
}

/** A note on the axis, before what stands around it is known. */
export type LaidNote = Omit<StageNote, 'zones' | 'waypointsBefore' | 'fuelNext'>;

export type { Axis, ZoneKind };

export interface Zone {
  readonly kind: ZoneKind;
  readonly from: number;
  readonly to: number;
  readonly firstNote: number;
  /** The note that closes it; null when none does and the zone runs to the finish. */
  readonly lastNote: number | null;
  /** Null: no limit, or none known. */
  readonly limitKmh: number | null;
  /** Neutralisation or transfer time. */
  readonly seconds: number | null;
  /** Behind its start and before its end the limit is not counted: the clear radius of DZ and FZ. */
  readonly tolerance: { readonly entry: number; readonly exit: number };
}

export interface Section {
  readonly kind: 'liaison' | 'selective';
  readonly from: number;
  readonly to: number;
  readonly firstNote: number;
  readonly lastNote: number;
  /** Time allowed by the time control that starts it. */
  readonly secondsAllowed: number | null;
}

/** A way with a time: a transfer, or a liaison from one time control to the next. */
export interface Leg {
  readonly kind: 'transfer' | 'liaison';
  readonly from: number;
  readonly to: number;
  readonly firstNote: number;
  readonly lastNote: number;
  /** Time allowed. */
  readonly seconds: number;
}

export interface StageRemark {
  readonly note: number;
  readonly message: string;
}
