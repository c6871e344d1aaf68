import type { SymbolId } from './ids.ts';

/**
 * OpenRoadBook's ids in its draft 1.0 specification, demo and templates (commit 199451b) that are symbols; the rest
 * (`turn_left`, `junction.…`, `exit.right`) are tulips. No registry is published.
 */
export const openRoadBookIds = {
  start: 'start-selective-section',
  finish: 'finish-selective-section',
  checkpoint: 'checkpoint',
  roundabout: 'roundabout',
  danger1: 'danger-1',
  danger2: 'danger-2',
  danger3: 'danger-3',
  jump: 'bump',
  ford: 'ford',
  bridge: 'bridge',
  railroad: 'railroad',
  cliff: 'cliff',
  rocks: 'rocks',
  animals: 'animals',
  water: 'well',
  fuel: 'fuel-zone',
  photo: 'photo',
  reset_trip: 'reset-distance',
  'town.through': 'village',
} as const satisfies Record<string, SymbolId>;
