import type { Danger, LineStyle, Service, WaypointType } from '../../src/model/fields.ts';
import type { SymbolId } from '../../src/model/lexicon/ids.ts';
import type { RoadbookDraft, WaypointDraft } from '../../src/model/roadbook.ts';
import type { GroundName } from './ground.ts';

/** What a person writes down of a stage; the track, the distances, the CAPs and the tulips follow from it. */
export interface Itinerary {
  readonly event: string;
  readonly stage: NonNullable<RoadbookDraft['stage']>;
  readonly description: string;
  readonly fuelRangeKm: number;
  /** Where the first note stands, and the heading there. */
  readonly from: readonly [latitude: number, longitude: number];
  readonly heading: number;
  /** Draws the bends. */
  readonly seed: number;
  readonly entries: readonly Entry[];
}

/** A note as its author sees it. */
export interface Entry {
  /** From the previous note, metres. */
  readonly partial: number;
  /** Change of heading at the note, degrees, right positive. */
  readonly turn: number;
  readonly text: string;
  /** From here on; null: as before. */
  readonly ground: GroundName | null;
  /** The general direction from here on, degrees; null: as before. */
  readonly towards: number | null;
  readonly roads: readonly { readonly angle: number; readonly line: LineStyle | null }[];
  readonly roundabout: boolean;
  readonly landmarks: readonly { readonly symbol: SymbolId; readonly side: Side | null }[];
  readonly symbols: readonly SymbolId[];
  readonly waypoints: readonly WaypointDraft[];
  readonly danger: Danger | null;
  readonly limitKmh: number | null;
  readonly stopSeconds: number | null;
  readonly reset: boolean;
  readonly services: readonly Service[];
  readonly showAt: boolean;
  readonly change: 'MODIF' | 'NEWNOTE' | null;
  readonly remark: string | null;
}

/** Of the way on, or across it: what the crew drives through or over. */
export type Side = 'left' | 'right' | 'across';

type Detail = (entry: Entry) => Entry;

const bare: Entry = {
  partial: 0,
  turn: 0,
  text: '',
  ground: null,
  towards: null,
  roads: [],
  roundabout: false,
  landmarks: [],
  symbols: [],
  waypoints: [],
  danger: null,
  limitKmh: null,
  stopSeconds: null,
  reset: false,
  services: [],
  showAt: false,
  change: null,
  remark: null,
};

/** A note `km` behind the previous one, where the route turns by `turn` degrees, right positive. */
export function note(km: number, turn: number, text: string, ...details: Detail[]): Entry {
  const entry: Entry = { ...bare, partial: Math.round(km * 1000), turn, text };
  return details.reduce((so_far, detail) => detail(so_far), entry);
}

/** The ground from here on. */
export const on =
  (ground: GroundName): Detail =>
  (entry) => ({ ...entry, ground });

/** The general direction from here on. */
export const towards =
  (heading: number): Detail =>
  (entry) => ({ ...entry, towards: heading });

/** A road not taken; drawn as the one the crew comes on where no line is given. */
export const road =
  (angle: number, line: LineStyle | null = null): Detail =>
  (entry) => ({ ...entry, roads: [...entry.roads, { angle, line }] });

export const roundabout: Detail = (entry) => ({ ...entry, roundabout: true });

/** Symbols in the tulip, where there is room. */
export const beside = (...symbols: SymbolId[]): Detail => landmarks(null, symbols);
export const across = (...symbols: SymbolId[]): Detail => landmarks('across', symbols);
export const onL = (...symbols: SymbolId[]): Detail => landmarks('left', symbols);
export const onR = (...symbols: SymbolId[]): Detail => landmarks('right', symbols);

function landmarks(side: Side | null, symbols: readonly SymbolId[]): Detail {
  const added = symbols.map((symbol) => ({ symbol, side }));
  return (entry) => ({ ...entry, landmarks: [...entry.landmarks, ...added] });
}

/** Symbols in the description box. */
export const symbols =
  (...ids: SymbolId[]): Detail =>
  (entry) => ({ ...entry, symbols: [...entry.symbols, ...ids] });

export const danger =
  (level: Danger): Detail =>
  (entry) => ({ ...entry, danger: level });

/** Opening and clear radius of each type, metres: what the Tulip editor sets in 2026. Event rules differ. */
const radii: Readonly<Record<WaypointType, { open: number | null; clear: number | null }>> = {
  WPV: { open: null, clear: 200 },
  WPE: { open: 1000, clear: 90 },
  WPM: { open: 800, clear: 90 },
  WPS: { open: 1000, clear: 30 },
  WPN: { open: 800, clear: 200 },
  WPC: { open: null, clear: 300 },
  WPP: { open: 100, clear: 20 },
  DSS: { open: 1000, clear: 200 },
  ASS: { open: 800, clear: 90 },
  DZ: { open: 1000, clear: 90 },
  FZ: { open: 1000, clear: 90 },
  CP: { open: 1000, clear: 90 },
  DN: { open: 1000, clear: 90 },
  FN: { open: 1000, clear: 90 },
  DT: { open: 1000, clear: 90 },
  FT: { open: 1000, clear: 90 },
  TC: { open: null, clear: null },
};

/** A waypoint or control; `minutes` on TC (to the next one), DN and DT. */
export const wp =
  (type: WaypointType, minutes: number | null = null): Detail =>
  (entry) => {
    const seconds = minutes === null ? null : minutes * 60;
    const waypoint = { type, ...radii[type], seconds };
    return { ...entry, waypoints: [...entry.waypoints, waypoint], showAt: entry.showAt || type === 'WPV' };
  };

/** Begin of a speed zone, or of another limit inside one. */
export const limit =
  (kmh: number): Detail =>
  (entry) => ({ ...wp('DZ')(entry), limitKmh: kmh });

export const stop =
  (seconds: number): Detail =>
  (entry) => ({ ...entry, stopSeconds: seconds });

/** Total and partial begin again at 0. */
export const reset: Detail = (entry) => ({ ...entry, reset: true });

export const service =
  (...services: Service[]): Detail =>
  (entry) => ({ ...entry, services: [...entry.services, ...services] });

/** Changed or added by the opening car. */
export const bulletin =
  (change: 'MODIF' | 'NEWNOTE'): Detail =>
  (entry) => ({ ...entry, change });

/** For the organiser alone. */
export const remark =
  (text: string): Detail =>
  (entry) => ({ ...entry, remark: text });
