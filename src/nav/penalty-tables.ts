import type { WaypointType } from '../model/fields.ts';

/** A figure and where it was read. Seconds of penalty; null: no figure is known. */
export interface Tariff {
  readonly seconds: number | null;
  readonly source: string;
}

/** What one family of events is said to charge. None of it is official, nothing of it was read in a regulation. */
export interface PenaltyTable {
  readonly name: PenaltyProfile;
  readonly title: string;
  readonly waypoint: Readonly<Partial<Record<WaypointType, Tariff>>>;
  readonly otherWaypoint: Tariff;
  /** For a zone, by the worst excess in it, km/h: the first that is not below it. */
  readonly speeding: readonly (Tariff & { readonly upTo: number })[];
  /** For each minute begun. */
  readonly leftEarly: Tariff;
  readonly lateMinute: Tariff;
  /** Below this share of waypoints a run counts as not finished; null: no such rule is known. */
  readonly leastWaypoints: { readonly share: number; readonly source: string } | null;
}

export const penaltyProfiles = ['fia-2026-unofficial', 'fim-2025-unofficial', 'adventure'] as const;
export type PenaltyProfile = (typeof penaltyProfiles)[number];

const unknown = (what: string): Tariff => ({ seconds: null, source: `no figure found: ${what}` });
const minutes = (figure: number, source: string): Tariff => ({ seconds: figure * 60, source });

const fim = 'untamed.hr calculator, “FIM 2025 Art. 80”';
const zoneTable = 'press on the FIM table of 2023 (monacomatin.mc); over 40 km/h pledgetimes.com has 6 min';
const lateness = 'practice of time controls, in no text that was read';

/** One entry a profile; to change a figure change its source with it. */
export const penaltyTables: Readonly<Record<PenaltyProfile, PenaltyTable>> = {
  'fia-2026-unofficial': {
    name: 'fia-2026-unofficial',
    title: 'FIA cross-country 2026, as far as it is known',
    waypoint: {},
    otherWaypoint: unknown('the FIA table by waypoint; FIM charges 15 min, 60 for WPN'),
    speeding: [
      {
        upTo: Number.POSITIVE_INFINITY,
        ...unknown('the FIA scale; 2 and 4 min were given in 2025 (inkl.com)'),
      },
    ],
    leftEarly: unknown('the FIA scale for neutralisations'),
    lateMinute: minutes(1, lateness),
    leastWaypoints: null,
  },
  'fim-2025-unofficial': {
    name: 'fim-2025-unofficial',
    title: 'FIM rally-raid 2025, as software and press have it',
    waypoint: { WPN: minutes(60, fim), WPP: minutes(2, fim) },
    otherWaypoint: minutes(15, fim),
    speeding: [
      { upTo: 20, ...minutes(1, zoneTable) },
      { upTo: 40, ...minutes(2, zoneTable) },
      { upTo: Number.POSITIVE_INFINITY, ...minutes(3, zoneTable) },
    ],
    leftEarly: unknown('the FIM scale for neutralisations'),
    lateMinute: unknown('the FIM scale for time controls'),
    leastWaypoints: { share: 0.7, source: `${fim}, Art. 80.17` },
  },
  adventure: {
    name: 'adventure',
    title: 'Rides and small events: their own rules count',
    waypoint: {},
    otherWaypoint: minutes(10, 'roadbookrally.com/faq/waypoints-46: amateur events charge 10 to 20 min'),
    speeding: [{ upTo: Number.POSITIVE_INFINITY, ...unknown('each event has its own') }],
    leftEarly: unknown('each event has its own'),
    lateMinute: unknown('each event has its own'),
    leastWaypoints: null,
  },
};
