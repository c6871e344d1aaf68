import { calibrationChart, errorChart, speedChart, zoneCharts } from './charts.ts';
import type { Debrief } from './debrief.ts';
import { clock, counted, type Figures, figuresFor } from './figures.ts';
import { findingsOf, isUnseen } from './findings.ts';
import { type Block, type Chapter, type Fact, type Piece, piece, type Story } from './story.ts';
import { actTable, noteTable, penaltyTable, sectionTable, speedTable, waypointTable } from './tables.ts';

/** The debrief as a story: what matters first, then speed, odometer, and every note. */
export function tell(debrief: Debrief): Story {
  const figures = figuresFor(debrief.units);
  const { title, event, started } = debrief;
  const findings = findingsOf(debrief, figures);
  const zones = zoneCharts(debrief, figures);
  const calm = {
    kind: 'text',
    text: debrief.finished
      ? 'Nothing to talk about: every note and waypoint confirmed, every limit kept.'
      : 'Nothing to talk about as far as the run went.',
  } as const;
  const chapters: Chapter[] = [
    chapter('summary', 'In short', { kind: 'facts', facts: factsOf(debrief, figures) }),
    chapter('findings', 'To talk about', findings.length > 0 ? { kind: 'list', items: findings } : calm),
    ...(debrief.penalties.list.length > 0
      ? [chapter('penalties', 'Penalties, unofficial', penaltyText(debrief), penaltyTable(debrief))]
      : []),
    chapter('sections', 'Sections', sectionTable(debrief, figures)),
    chapter(
      'speed',
      'Speed',
      { kind: 'charts', charts: debrief.trace.length > 1 ? [speedChart(debrief, figures)] : [] },
      speedTable(debrief, figures),
      { kind: 'charts', charts: zones },
    ),
    chapter('odometer', 'Odometer', ...odometerCharts(debrief, figures), actTable(debrief, figures)),
    chapter('waypoints', 'Waypoints', waypointTable(debrief, figures)),
    chapter('notes', 'Notes', noteTable(debrief, figures)),
  ];
  const about = [event, `begun ${started.slice(0, 16).replace('T', ' ')} UTC`].filter(
    (part) => part !== null,
  );
  return { title, about: about.join(' · '), chapters: chapters.filter(({ blocks }) => blocks.length > 0) };
}

function chapter(id: string, title: string, ...blocks: Block[]): Chapter {
  return { id, title, blocks: blocks.filter((block) => !isEmpty(block)) };
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'table':
      return block.rows.length === 0;
    case 'charts':
      return block.charts.length === 0;
    case 'text':
    case 'facts':
    case 'list':
      return false;
  }
}

/** Both are about confirmations. */
function odometerCharts(debrief: Debrief, figures: Figures): Block[] {
  if (debrief.errors === null)
    return [{ kind: 'text', text: 'No note was confirmed: how wrong it was, nobody knows.' }];
  return [{ kind: 'charts', charts: [errorChart(debrief, figures), calibrationChart(debrief, figures)] }];
}

/** Said before any figure: none of them is official. */
function penaltyText({ penalties }: Debrief): Block {
  const { seconds, unknown, title, profile } = penalties;
  const sums = [
    ...(seconds > 0 ? [clock(seconds * 1000)] : []),
    ...(unknown > 0 ? [`${counted(unknown, 'penalty', 'penalties')} of an amount nobody knows`] : []),
  ];
  const by = `by ${profile} (${title})`;
  return {
    kind: 'text',
    text: `${[...sums, by].join(', ')}. The jury decides; these figures come from software, organisers and press.`,
  };
}

function factsOf(debrief: Debrief, figures: Figures): Fact[] {
  const { notes, waypoints, zones, errors, corrections, calibration, detour, reading } = debrief;
  const confirmed = notes.filter(({ status }) => status === 'confirmed').length;
  const unseen = notes.filter(isUnseen).length;
  const validated = waypoints.filter(({ status }) => status === 'confirmed').length;
  const missed = waypoints.filter(({ status }) => status === 'missed').length;
  const speeding = zones.filter(({ breaches }) => breaches.length > 0).length;
  const scale = ((calibration.at(-1)?.factor ?? 1) - 1) * 100;
  return [
    fact(
      'stage',
      debrief.finished ? piece('finished', 'good') : piece(`left at ${figures.distance(reading)}`, 'warning'),
    ),
    fact('time', piece(clock(debrief.seconds * 1000))),
    fact('driven', piece(drivenText(debrief, figures))),
    ...(detour > 0 ? [fact('detours', piece(figures.distance(detour), 'warning'))] : []),
    fact(
      'notes confirmed',
      piece(
        `${confirmed} of ${notes.length}${unseen > 0 ? `, ${unseen} passed` : ''}`,
        unseen > 0 ? 'warning' : confirmed === notes.length ? 'good' : 'plain',
      ),
    ),
    ...(waypoints.length > 0
      ? [
          fact(
            'waypoints',
            piece(
              `${validated} of ${waypoints.length}${missed > 0 ? `, ${missed} missed` : ''}`,
              missed > 0 ? 'alarm' : validated === waypoints.length ? 'good' : 'plain',
            ),
          ),
        ]
      : []),
    fact('speed zones broken', speeding > 0 ? piece(String(speeding), 'alarm') : piece('none', 'good')),
    fact(
      'error before correction',
      errors === null
        ? piece('–', 'dim')
        : piece(`${figures.short(errors.median)}, worst ${figures.short(errors.worst)}`),
    ),
    fact('acts on the odometer', piece(String(corrections.length))),
    fact('wheel', piece(`${scale < 0 ? '−' : '+'}${Math.abs(scale).toFixed(2)} % of nominal`)),
  ];
}

function drivenText({ driven, length, finished }: Debrief, figures: Figures): string {
  const whole = figures.distance(length);
  return finished
    ? `${figures.distance(driven)}, the book says ${whole}`
    : `${figures.distance(driven)} of ${whole}`;
}

function fact(label: string, value: Piece): Fact {
  return { label, value };
}
