import type { Debrief, Sample, ZoneDebrief } from './debrief.ts';
import type { Figures } from './figures.ts';
import { isSurprising, unexpected } from './findings.ts';
import type { Axis, Chart, Dots, Layer, Points } from './story.ts';

/** Speed over the way driven, with the limits that held. */
export function speedChart(debrief: Debrief, figures: Figures): Chart {
  const { trace, length } = debrief;
  const end = shownTo(debrief);
  const zones = debrief.zones.filter(({ from }) => from < end);
  const limits = zones.flatMap((zone) => limitSteps(zone, figures));
  const over: Dots = zones.flatMap((zone) =>
    zone.breaches.map(({ at, worstKmh }) => ({
      x: figures.along.of(at),
      y: figures.fast.of(worstKmh),
      says: `${figures.speed(worstKmh)} at ${figures.distance(at)}`,
    })),
  );
  return {
    title: 'Speed against limits',
    says: 'The highest speed in each stretch of the stage, and the limits of the speed zones.',
    x: alongAxis(0, end, figures),
    y: speedAxis([trace], zones, figures),
    layers: [
      { kind: 'line', as: 'measured', label: 'speed', points: speedLine(trace, length / 480, figures) },
      { kind: 'line', as: 'limit', label: 'limit', points: limits },
      { kind: 'dots', as: 'over', label: 'over the limit', points: over },
    ],
    small: false,
  };
}

/** Each speed zone by itself, those with an excess first. */
export function zoneCharts({ zones, notes }: Debrief, figures: Figures): Chart[] {
  return zones
    .filter(({ kind, trace, limitKmh }) => kind === 'speed' && trace.length > 1 && limitKmh !== null)
    .sort((a, b) => b.breaches.length - a.breaches.length || a.from - b.from)
    .map((zone) => {
      const number = notes[zone.firstNote]?.number ?? 0;
      const [first, second] = zone.trace;
      const step = (second?.at ?? 0) - (first?.at ?? 0);
      const verdict = zone.breaches.length > 0 ? 'over the limit' : 'kept';
      return {
        title: `Zone from note ${number}: ${verdict}`,
        says: `Speed in and around the zone of ${figures.speed(zone.limitKmh ?? 0)} that begins at ${figures.distance(zone.from)}.`,
        x: alongAxis(first?.at ?? zone.from, zone.trace.at(-1)?.at ?? zone.to, figures),
        y: speedAxis([zone.trace], [zone], figures),
        layers: [
          { kind: 'line', as: 'measured', label: 'speed', points: speedLine(zone.trace, step, figures) },
          { kind: 'line', as: 'limit', label: 'limit', points: limitSteps(zone, figures) },
        ],
        small: true,
      };
    });
}

/** How far off the odometer was at each confirmation, in the band it had expected. */
export function errorChart(debrief: Debrief, figures: Figures): Chart {
  const { notes, calls } = debrief;
  const confirmed = notes.flatMap((note) => {
    const { at, error, sigma } = note;
    return error === null || sigma === null ? [] : [{ note, at, error, sigma }];
  });
  const dots = (surprising: boolean): Dots =>
    confirmed
      .filter(({ note }) => isSurprising(note) === surprising)
      .map(({ note, at, error }) => ({
        x: figures.along.of(at),
        y: figures.off.of(error),
        says: `note ${note.number}: ${figures.signed(error)}`,
      }));
  const band = confirmed.map(({ at, sigma }) => {
    const reach = figures.off.of(unexpected * sigma);
    return [figures.along.of(at), -reach, reach] as const;
  });
  const most = Math.max(
    10,
    ...confirmed.map(({ error, sigma }) => Math.max(Math.abs(error), unexpected * sigma)),
  );
  const reach = figures.off.of(most);
  const layers: Layer[] = [
    { kind: 'band', as: 'expected', label: 'expected, 19 of 20', points: band },
    { kind: 'dots', as: 'measured', label: 'error', points: dots(false) },
    { kind: 'dots', as: 'doubted', label: 'more than expected', points: dots(true) },
  ];
  return {
    title: 'Odometer error before each correction',
    says: `What the odometer read less what the page prints, at ${confirmed.length} confirmed notes of ${calls.length} presses.`,
    x: alongAxis(0, shownTo(debrief), figures),
    y: { label: figures.off.unit, domain: [-reach, reach] },
    layers,
    small: false,
  };
}

/** The wheel's scale as it was learnt. */
export function calibrationChart(debrief: Debrief, figures: Figures): Chart {
  const { calibration, length, reading } = debrief;
  const percents = calibration.map(({ factor }) => (factor - 1) * 100);
  const points: Points = [
    ...calibration.map(({ at }, i) => [figures.along.of(at), percents[i] ?? 0] as const),
    [figures.along.of(Math.min(length, reading)), percents.at(-1) ?? 0],
  ];
  const low = Math.min(-0.5, ...percents);
  const high = Math.max(0.5, ...percents);
  return {
    title: 'Scale of the wheel',
    says: 'How far the scale that was learnt from confirmations is from the nominal one.',
    x: alongAxis(0, shownTo(debrief), figures),
    y: { label: '%', domain: [low, high] },
    layers: [{ kind: 'steps', as: 'measured', label: 'scale over nominal', points }],
    small: false,
  };
}

/** Charts end where the crew did, if that is well before the finish. */
function shownTo({ length, trace, reading }: Debrief): number {
  const driven = Math.max(reading, trace.at(-1)?.at ?? 0) * 1.02;
  return driven < 0.8 * length ? driven : length;
}

function alongAxis(from: number, to: number, { along }: Figures): Axis {
  return { label: along.unit, domain: [along.of(from), along.of(Math.max(to, from + 1))] };
}

function speedAxis(
  traces: readonly (readonly Sample[])[],
  zones: readonly ZoneDebrief[],
  { fast }: Figures,
): Axis {
  const speeds = traces.flat().map(({ worstKmh }) => worstKmh);
  const limits = zones.map(({ limitKmh }) => limitKmh ?? 0);
  return { label: fast.unit, domain: [0, fast.of(Math.max(30, ...speeds, ...limits) * 1.05)] };
}

/** The line breaks where nobody drove. */
function speedLine(trace: readonly Sample[], step: number, { along, fast }: Figures): Points {
  return trace.flatMap(({ at, worstKmh }, i) => {
    const before = trace[i - 1];
    const point = [along.of(at), fast.of(worstKmh)] as const;
    return before && at - before.at > 3 * step ? [null, point] : [point];
  });
}

/** A limit from where it counts to where it ends. */
function limitSteps({ kind, limitKmh, from, to }: ZoneDebrief, { along, fast }: Figures): Points {
  if (kind !== 'speed' || limitKmh === null) return [];
  const y = fast.of(limitKmh);
  return [[along.of(from), y], [along.of(to), y], null];
}
