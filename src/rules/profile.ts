import type { WaypointType } from '../model/fields.ts';
import type { Level } from './rule.ts';
import type { Thresholds } from './thresholds.ts';
import { usualThresholds } from './usual-thresholds.ts';

/** Radii that are usual for a type of waypoint, metres, both ends included. */
export interface UsualRadii {
  readonly open: readonly [least: number, most: number] | null;
  readonly clear: readonly [least: number, most: number] | null;
}

/** What one family of events expects. None is official: the figures come from software, organisers and press. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  /** Where its figures were read. */
  readonly source: string;
  /** Levels that differ from the rules' own. */
  readonly levels: Readonly<Record<string, Level>>;
  readonly thresholds: Thresholds;
  readonly radii: Readonly<Partial<Record<WaypointType, UsualRadii>>>;
}

const zoneMark: UsualRadii = { open: [800, 1000], clear: [50, 200] };
const zoneMarks = {
  DZ: zoneMark,
  FZ: zoneMark,
  DN: zoneMark,
  FN: zoneMark,
  DT: zoneMark,
  FT: zoneMark,
  CP: zoneMark,
};

/**
 * Every profile; the first is used unless another is asked for. To add one: add it here, with its source.
 *
 * Radii of 2026: the defaults of the editor Tulip 1.11 (WPM 800/90, WPE 1000/90, WPS 1000/30, WPN 800/200, WPV –/200,
 * WPC –/300, WPP 100/20, DSS 1000/200, ASS 800/90, zones and CP 1000/90), widened by what dakar.com (WPM 800/200, WPS
 * 3000/90), press (WPM 15 m, motoreporter.it 2021) and the OpenRally examples (WPM and WPS 800/90, 1000/50) show.
 */
export const profiles: readonly [Profile, ...Profile[]] = [
  {
    name: 'fia-2026-unofficial',
    title: 'FIA cross-country, as its software and organisers had it in 2026',
    source: 'github.com/drid/tulip (models/roadbook-model.js); dakar.com/en/espace-ccr/typical-day',
    levels: {},
    thresholds: usualThresholds,
    radii: {
      WPV: { open: null, clear: [50, 200] },
      WPE: { open: [800, 1000], clear: [50, 200] },
      WPM: { open: [300, 1000], clear: [15, 200] },
      WPS: { open: [800, 3000], clear: [30, 90] },
      WPN: { open: [800, 1000], clear: [50, 200] },
      WPC: { open: null, clear: [20, 300] },
      WPP: { open: [100, 100], clear: [20, 50] },
      DSS: { open: [800, 1000], clear: [90, 200] },
      ASS: { open: [800, 1000], clear: [50, 200] },
      ...zoneMarks,
    },
  },
  {
    name: 'fim-2025-unofficial',
    title: 'FIM rally-raid, as its software and organisers had it in 2025',
    source: 'the FIM waypoint definitions quoted in github.com/julienlevasseur/gps; roadbookrally.com/faq',
    levels: {},
    thresholds: usualThresholds,
    radii: {
      WPV: { open: null, clear: [200, 200] },
      WPE: { open: [1000, 1000], clear: [90, 90] },
      WPM: { open: [800, 800], clear: [90, 90] },
      WPS: { open: [800, 1000], clear: [30, 90] },
      WPN: { open: [800, 800], clear: [200, 200] },
      WPC: { open: null, clear: [20, 300] },
      WPP: { open: [100, 100], clear: [20, 300] },
      DSS: { open: [800, 1000], clear: [90, 200] },
      ASS: { open: [800, 1000], clear: [90, 200] },
      ...zoneMarks,
    },
  },
  {
    name: 'adventure',
    title: 'Rides, schools and small events without a regulation',
    source: 'practice of small organisers: radii and sections are their own',
    levels: {
      'section-missing': 'off',
      'waypoint-near-start': 'info',
      'neutralisation-without-time': 'info',
      'liaison-without-time': 'off',
      'safety-waypoint-without-danger': 'info',
    },
    thresholds: { ...usualThresholds, liaisonGapMetres: 200_000, gapMetres: 60_000, liaisonKmh: 90 },
    radii: {},
  },
];

export const profileNames = profiles.map(({ name }) => name);
