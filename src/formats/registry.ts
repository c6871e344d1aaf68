/**
 * Every file format, in the order in which a text is shown to them: the first that knows it reads it, so the particular
 * stands before the general.
 *
 * To add one: write `src/formats/<name>/format.ts` that exports `format: Format` (see format.ts), add its name to
 * `FormatName` there, and a line here. Keep imports inside `load`, `clean` and `writer`, so that a format costs nothing until it is used;
 * `detect` looks at the sketch alone. Documentation, completion and fuzzing go by this list.
 */
import { headerOf } from './csv/header.ts';
import type { FormatEntry } from './format.ts';

export const formats: readonly FormatEntry[] = [
  {
    name: 'native',
    title: 'native YAML',
    extensions: ['.roadbook.yaml', '.roadbook.yml'],
    detect: ({ syntax, keys }) =>
      syntax === 'text' && keys.some((key) => key === 'roadbook' || key === 'notes'),
    reads: true,
    writes: true,
    clean: async () => (await import('./native/clean.ts')).readCleanYaml,
    writer: async () => (await import('./native/write.ts')).writeNativeYaml,
    load: async () => ({ format: (await import('./native/format.ts')).yaml }),
  },
  {
    name: 'json',
    title: 'native JSON',
    extensions: ['.roadbook.json'],
    detect: ({ syntax, keys }) =>
      syntax === 'json' && keys.some((key) => key === 'roadbook' || key === 'notes'),
    reads: true,
    writes: true,
    clean: async () => (await import('./native/clean.ts')).readCleanJson,
    writer: async () => (await import('./native/write.ts')).writeNativeJson,
    load: async () => ({ format: (await import('./native/format.ts')).json }),
  },
  {
    name: 'openrally',
    title: 'OpenRally GPX',
    extensions: ['.gpx'],
    detect: ({ syntax, root, head }) => syntax === 'xml' && root === 'gpx' && /openrally/i.test(head),
    reads: true,
    writes: true,
    clean: async () => (await import('./openrally/clean.ts')).readCleanGpx,
    load: () => import('./openrally/format.ts'),
  },
  {
    name: 'gpx',
    title: 'plain GPX',
    extensions: ['.gpx'],
    detect: ({ syntax, root }) => syntax === 'xml' && root === 'gpx',
    reads: true,
    writes: true,
    load: () => import('./gpx/format.ts'),
  },
  {
    name: 'rn',
    title: 'Rally Navigator RN',
    extensions: ['.rn'],
    detect: ({ syntax, keys, head }) =>
      syntax === 'json' &&
      (keys.includes('dataVersion') ||
        (keys.includes('data') && keys.includes('waypoint_count')) ||
        (keys.some((key) => key === 'route' || key === 'data') && /"data"\s*:\s*"\s*\{/.test(head))),
    reads: true,
    writes: false,
    load: () => import('./rn/format.ts'),
  },
  {
    name: 'rn2',
    title: 'Rally Navigator RN2',
    extensions: ['.rn2'],
    detect: ({ syntax, keys }) =>
      syntax === 'json' &&
      (keys.some((key) => key === 'route' || key === 'current_style') ||
        (keys.includes('waypoints') && keys.includes('settings'))),
    reads: true,
    writes: false,
    load: () => import('./rn2/format.ts'),
  },
  {
    name: 'tlp',
    title: 'Tulip TLP',
    extensions: ['.tlp'],
    // A large logo can stand before the rows; then the keys before it must do.
    detect: ({ syntax, keys }) =>
      syntax === 'json' &&
      !keys.includes('meta') &&
      keys.some((key) => ['instructions', 'waypoints', 'totalDistance', 'schemaVersion'].includes(key)),
    reads: true,
    writes: false,
    load: () => import('./tlp/format.ts'),
  },
  {
    name: 'kml',
    title: 'KML',
    extensions: ['.kml'],
    detect: null,
    reads: false,
    writes: true,
    load: () => import('./kml/format.ts'),
  },
  {
    name: 'orb',
    title: 'OpenRoadBook',
    extensions: ['.orb.yaml', '.orb.yml', '.orb.json', '.orb'],
    detect: ({ syntax, keys }) =>
      syntax !== 'xml' &&
      (keys.some((key) => key === 'entries' || key === 'stages') ||
        (keys.includes('meta') && keys.includes('instructions'))),
    reads: true,
    writes: true,
    load: () => import('./orb/format.ts'),
  },
  {
    name: 'csv',
    title: 'CSV',
    extensions: ['.csv', '.tsv'],
    detect: ({ syntax, head }) => syntax === 'text' && headerOf(head) !== null,
    reads: true,
    writes: true,
    load: () => import('./csv/format.ts'),
  },
];
