import type { TulipNotation } from '../../src/tulip/notation-schema.ts';

/** Junctions that every roadbook has, by the name of their golden file. */
export const junctions: Readonly<Record<string, TulipNotation>> = {
  'straight-with-side-roads': { out: 0, roads: [-60, 100] },
  'slight-left-fork': { out: -15, roads: [8] },
  't-junction': 't-right',
  'y-junction': 'fork-left',
  bend: 75,
  hairpin: 'hairpin-right',
  'roundabout-second-exit': { out: 0, roads: [90, -90], roundabout: true, surface: 'road' },
  'main-road-crossing': {
    out: 0,
    roads: [
      { angle: -95, line: 'road' },
      { angle: 85, line: 'road' },
    ],
  },
  'track-onto-road': { out: -90, roads: [{ angle: 90, line: 'road' }], surface: ['track', 'road'] },
  'leaving-the-track': { out: 40, roads: [-5], surface: ['track', 'off-piste'] },
  'parallel-tracks': 'parallel-right',
  'river-crossing': { out: 10, symbols: [{ symbol: 'river', at: 'across' }, 'palm-tree'] },
  'faint-track-between-dunes': {
    out: 75,
    roads: [-20, 180],
    surface: ['track', 'low-visibility'],
    symbols: ['dunes', 'danger-2'],
  },
  'dual-carriageway': {
    out: 90,
    roads: [
      { angle: 0, line: 'dual-carriageway' },
      { angle: -90, line: 'small-track' },
    ],
    surface: ['dual-carriageway', 'road'],
  },
};
