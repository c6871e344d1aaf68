import { randomFrom } from '../src/odometer/random.ts';

/** A stage that runs north, with nothing wrong in it: the same as OpenRally GPX, native YAML and native JSON, for a seed. */
export interface StageTexts {
  readonly gpx: string;
  readonly yaml: string;
  readonly json: string;
}

/** `fault`: a CAP that no compass has, at the tenth note. */
export function stageTexts(seed: number, count: number, fault = false): StageTexts {
  const random = randomFrom(seed + 1);
  const notes = Array.from({ length: count }, (_, i) => noteOf(i, count, random, fault && i === 9));
  const total = Number(((count - 1) * step).toFixed(2));
  const head = {
    roadbook: 1,
    event: 'Bench (invented)',
    stage: { number: seed, name: 'North' },
    units: 'metric',
    total,
  };
  const yaml = notes.map(({ document }) => `  - ${lines(document, '    ').trimStart()}`).join('\n');
  const documents = notes.map(({ document }) => document);
  return {
    gpx: gpxOf(total, notes, random),
    yaml: `${lines(head, '')}notes:\n${yaml}`,
    json: `${JSON.stringify({ ...head, notes: documents }, null, 1)}\n`,
  };
}

/** Kilometres from note to note. */
const step = 0.44;

interface BenchNote {
  readonly document: Readonly<Record<string, unknown>>;
  readonly waypoint: { readonly type: string; readonly open: number; readonly clear: number } | null;
}

const texts = [
  'Keep to main track',
  'R at fork, sandy',
  'Cross oued, stony',
  'Leave track to L',
  'Dunes, small, soft tops',
];

function noteOf(i: number, count: number, random: () => number, isFaulty: boolean): BenchNote {
  const waypoint = waypointOf(i, count);
  const side = Math.round(random() * 100) + 40;
  const document = {
    km: Number((i * step).toFixed(2)),
    ...(waypoint && { wp: waypoint }),
    tulip: { out: 0, roads: [random() < 0.5 ? side : -side], surface: 'track' },
    cap: isFaulty ? 420 : 0,
    text: `${texts[i % texts.length]} ${i + 1}`,
    surface: 'gravel',
    at: [Number((30 + i * 0.00396).toFixed(6)), -4.2301],
  };
  return { document, waypoint };
}

function waypointOf(i: number, count: number) {
  if (i === 0) return { type: 'DSS', open: 1000, clear: 200 };
  if (i === count - 1) return { type: 'ASS', open: 800, clear: 90 };
  return i % 20 === 10 ? { type: 'WPM', name: String(Math.floor(i / 20) + 1), open: 800, clear: 90 } : null;
}

/** A key a line, what is below it in brackets, as people write it. */
function lines(mapping: object, margin: string): string {
  return Object.entries(mapping)
    .map(([key, value]) => `${margin}${key}: ${flow(value)}\n`)
    .join('');
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' && /^\d|[,:]/.test(value) ? JSON.stringify(value) : String(value);
}

/** A PNG or an SVG at each note: most of the bytes, as in real files. */
function gpxOf(total: number, notes: readonly BenchNote[], random: () => number): string {
  const points = notes.map(({ document: { km, cap, at }, waypoint }, i) => {
    const [latitude, longitude] = Array.isArray(at) ? at : [];
    const mark =
      waypoint &&
      `\n      <openrally:${waypoint.type.toLowerCase()} open="${waypoint.open}" clear="${waypoint.clear}"/>`;
    return `  <wpt lat="${latitude}" lon="${longitude}">
    <name>${i + 1}</name>
    <extensions>
      <openrally:distance>${Number(km).toFixed(2)}</openrally:distance>
      <openrally:cap>${cap}</openrally:cap>${mark ?? ''}
      <openrally:tulip><![CDATA[${i % 2 === 0 ? png(random, 60) : svg(random)}]]></openrally:tulip>
    </extensions>
  </wpt>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:openrally="http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3" version="1.1" creator="bench">
  <metadata><extensions><openrally:units>metric</openrally:units><openrally:distance>${total.toFixed(2)}</openrally:distance></extensions></metadata>
${points.join('\n')}
</gpx>
`;
}

const signature = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const end = '\0\0\0\0IEND\xae\x42\x60\x82';

/** So many bytes that begin and end as a PNG does, in a data URL. */
export function png(random: () => number, size: number): string {
  const inside = Array.from({ length: size - signature.length - end.length }, () =>
    Math.floor(random() * 256),
  );
  const bytes = [Buffer.from(signature, 'latin1'), Buffer.from(inside), Buffer.from(end, 'latin1')];
  return `data:image/png;base64,${Buffer.concat(bytes).toString('base64')}`;
}

function svg(random: () => number): string {
  const x = Math.round(random() * 100);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M50 95V50L${x} 5" stroke="#000"/></svg>`;
}
