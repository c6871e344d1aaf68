import type { Stage } from '../stage/stage.ts';
import { speedingOf } from './limits.ts';
import { type PenaltyProfile, type PenaltyTable, penaltyTables, type Tariff } from './penalty-tables.ts';
import type { Speeding, State } from './state.ts';
import { missedWaypoints, waypointCount } from './waypoints.ts';

/** What a run may be charged. Never official: the figures come from software, organisers and press. */
export interface Penalty {
  readonly kind: 'waypoint-missed' | 'speeding' | 'left-early' | 'late' | 'too-few-waypoints';
  /** In words: `WPM missed`, `18 km/h over the limit of 50`. */
  readonly what: string;
  /** Index into the Stage. */
  readonly note: number;
  /** Null: nobody knows, or it is no time that is charged. */
  readonly seconds: number | null;
  readonly source: string;
}

export interface Penalties {
  readonly profile: PenaltyProfile;
  readonly unofficial: true;
  readonly title: string;
  /** Of those whose amount is known. */
  readonly seconds: number;
  /** So many have an amount that nobody knows. */
  readonly unknown: number;
  readonly list: readonly Penalty[];
}

/** The penalties of a run as it stands, finished or not, by a profile; in the order of their notes. Pure. */
export function penalties(stage: Stage, state: State, profile: PenaltyProfile): Penalties {
  const table = penaltyTables[profile];
  const list = [
    ...missedWaypoints(state).flatMap((note) => missed(stage, note, table)),
    ...speedingOf(state).flatMap((one) => speeding(stage, state, one, table.speeding)),
    ...state.ledger.leftEarly.map(({ note, seconds }): Penalty => {
      const what = `neutralisation left ${seconds} s early`;
      return { kind: 'left-early', what, note, ...perMinute(table.leftEarly, seconds) };
    }),
    ...arrivals(stage, state, table.lateMinute),
    ...tooFew(stage, state, table.leastWaypoints),
  ].sort((a, b) => a.note - b.note);
  const seconds = list.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
  const unknown = list.filter((one) => one.seconds === null && one.kind !== 'too-few-waypoints').length;
  return { profile, unofficial: true, title: table.title, seconds, unknown, list };
}

/** A start or finish of the selective section that was not confirmed is no waypoint missed: marshals stand there. */
function missed(stage: Stage, note: number, { waypoint, otherWaypoint }: PenaltyTable): Penalty[] {
  const type = stage.notes[note]?.waypoint ?? null;
  if (type === null || type === 'DSS' || type === 'ASS') return [];
  return [{ kind: 'waypoint-missed', what: `${type} missed`, note, ...(waypoint[type] ?? otherWaypoint) }];
}

/** One a zone, by its worst excess, however often the limit was broken in it. */
function speeding(
  stage: Stage,
  { settings }: State,
  { zone, worstKmh }: Speeding,
  scale: readonly (Tariff & { readonly upTo: number })[],
): Penalty[] {
  const found = stage.zones[zone];
  if (!found || found.limitKmh === null) return [];
  const excess = worstKmh - found.limitKmh - settings.limitToleranceKmh;
  const { seconds, source } = scale.find(({ upTo }) => excess <= upTo) ?? { seconds: null, source: '' };
  const what = `${Math.ceil(excess)} km/h over the limit of ${Math.round(found.limitKmh)}`;
  return [{ kind: 'speeding', what, note: found.firstNote, seconds, source }];
}

/** Legs that ended late. Who arrives early waits before the control. */
function arrivals(stage: Stage, { ledger }: State, late: Tariff): Penalty[] {
  return ledger.legs.flatMap(({ leg, since, until }): Penalty[] => {
    const found = stage.legs[leg];
    if (!found || until === null) return [];
    const seconds = Math.round((until - since) / 1000 - found.seconds);
    if (seconds <= 0) return [];
    const what = `${found.kind} ${seconds} s late`;
    return [{ kind: 'late', what, note: found.lastNote, ...perMinute(late, seconds) }];
  });
}

function tooFew(
  stage: Stage,
  state: State,
  rule: { readonly share: number; readonly source: string } | null,
): Penalty[] {
  const { all, missed } = waypointCount(stage, state);
  if (rule === null || !state.finished || all === 0 || 1 - missed / all >= rule.share) return [];
  const what = `${all - missed} of ${all} waypoints: counts as not finished`;
  return [
    {
      kind: 'too-few-waypoints',
      what,
      note: stage.notes.length - 1,
      seconds: null,
      source: rule.source,
    },
  ];
}

/** A time control knows minutes: each one begun is late. */
function perMinute({ seconds, source }: Tariff, off: number): Tariff {
  return { seconds: seconds === null ? null : Math.ceil(off / 60) * seconds, source };
}
