import { Danger, type Service, type WaypointType } from '../model/fields.ts';
import type { Locate, Path } from '../model/reading.ts';
import type { NoteDraft, WaypointDraft } from '../model/roadbook.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import type { ProblemName } from '../text/problems.ts';

/**
 * What a picture in a note means beyond being drawn. Editors keep no fields for danger, limits and the like: their symbols
 * carry them.
 */
export type Mark =
  | { readonly mark: 'waypoint'; readonly waypoint: WaypointDraft }
  | { readonly mark: 'danger'; readonly level: Danger }
  | { readonly mark: 'limit'; readonly kmh: number }
  | { readonly mark: 'reset'; readonly metres: number }
  | { readonly mark: 'stop'; readonly seconds: number }
  | { readonly mark: 'service'; readonly service: Service }
  | { readonly mark: 'change'; readonly change: 'MODIF' | 'NEWNOTE' }
  /** Meant as one of these, but of a value that there is not. */
  | { readonly mark: 'unfit'; readonly name: MarkProblem['name']; readonly message: string };

/** A danger of a degree that there is not. */
export function unfitDanger(found: string): Mark {
  const message = `danger must be 1, 2 or 3, not “${forTerminal(found.slice(0, 60))}”`;
  return { mark: 'unfit', name: 'danger-out-of-range', message };
}

/** A mark and where in the file it was found. */
export type FoundMark = Mark & { readonly path: Path };

const waypointSymbols: ReadonlyMap<string, WaypointType> = new Map([
  ['start-selective-section', 'DSS'],
  ['finish-selective-section', 'ASS'],
  ['speed-start', 'DZ'],
  ['speed-end', 'FZ'],
  ['start-neutralisation', 'DN'],
  ['finish-neutralisation', 'FN'],
  ['start-transfer', 'DT'],
  ['finish-transfer', 'FT'],
  ['checkpoint', 'CP'],
  ['waypoint-visible', 'WPV'],
  ['waypoint-eclipsed', 'WPE'],
  ['waypoint-masked', 'WPM'],
  ['waypoint-navigation', 'WPN'],
  ['waypoint-precise', 'WPP'],
  ['waypoint-security', 'WPS'],
  ['waypoint-control', 'WPC'],
]);

const serviceSymbols: ReadonlyMap<string, Service> = new Map([
  ['fuel-zone', 'fuel'],
  ['medical', 'medical'],
  ['helicopter', 'helicopter'],
  ['fire-engine', 'fire'],
  ['police', 'police'],
  ['spectators', 'spectators'],
  ['media', 'media'],
]);

/** The waypoint or control that a lexicon symbol stands for. */
export function waypointOfSymbol(id: string): WaypointType | null {
  return waypointSymbols.get(id) ?? null;
}

/** What a lexicon symbol says about its note, waypoints apart; a limit's number is km/h. */
export function markOfSymbol(id: string): Mark | null {
  const danger = Danger.safeParse(Number(/^danger-(\d)(?:-global)?$/.exec(id)?.[1]));
  if (danger.success) return { mark: 'danger', level: danger.data };
  const limit = /^speed-(\d+)$/.exec(id)?.[1];
  if (limit !== undefined) return { mark: 'limit', kmh: Number(limit) };
  const service = serviceSymbols.get(id);
  if (service) return { mark: 'service', service };
  switch (id) {
    case 'reset-distance':
      return { mark: 'reset', metres: 0 };
    case 'modification':
      return { mark: 'change', change: 'MODIF' };
    case 'new-note':
      return { mark: 'change', change: 'NEWNOTE' };
    default:
      return null;
  }
}

export interface MarkProblem {
  readonly name: ProblemName;
  /** Without the note, which its reader knows. */
  readonly message: string;
  readonly path: Path;
  readonly help?: string;
}

/** The fields of a note that its marks make, and the places they were found at. */
export interface MarkedFields {
  readonly fields: Pick<
    NoteDraft,
    'waypoints' | 'danger' | 'limitKmh' | 'reset' | 'stopSeconds' | 'services' | 'change'
  >;
  readonly places: ReadonlyMap<string, Path>;
  /** Marks without sense. */
  readonly problems: readonly MarkProblem[];
}

/** Of several dangers the gravest counts, of several limits the lowest, of equal waypoints what each states. */
export function fieldsOfMarks(marks: readonly FoundMark[]): MarkedFields {
  const places = new Map<string, Path>();
  const waypoints: WaypointDraft[] = [];
  const fields: MarkedFields['fields'] = { waypoints, services: [] };
  const problems: MarkProblem[] = [];
  for (const mark of marks) {
    if (mark.mark === 'unfit') {
      const { name, message, path } = mark;
      if (problems.every((one) => one.message !== message || one.path !== path))
        problems.push({ name, message, path });
      continue;
    }
    const field = fieldOf[mark.mark];
    if (!places.has(field)) places.set(field, mark.path);
    switch (mark.mark) {
      case 'waypoint':
        addWaypoint(waypoints, mark.waypoint);
        break;
      case 'danger':
        if (mark.level > (fields.danger ?? 0)) fields.danger = mark.level;
        break;
      case 'limit':
        fields.limitKmh = Math.min(mark.kmh, fields.limitKmh ?? mark.kmh);
        break;
      case 'reset':
        fields.reset ??= mark.metres;
        break;
      case 'stop':
        fields.stopSeconds = Math.max(mark.seconds, fields.stopSeconds ?? 0);
        break;
      case 'service':
        if (!fields.services?.includes(mark.service)) fields.services?.push(mark.service);
        break;
      case 'change':
        fields.change ??= mark.change;
        break;
    }
  }
  return { fields, places, problems };
}

const fieldOf = {
  waypoint: 'waypoints',
  danger: 'danger',
  limit: 'limitKmh',
  reset: 'reset',
  stop: 'stopSeconds',
  service: 'services',
  change: 'change',
} as const satisfies Record<Exclude<Mark['mark'], 'unfit'>, keyof NoteDraft>;

function addWaypoint(waypoints: WaypointDraft[], found: WaypointDraft): void {
  const known = waypoints.find(({ type }) => type === found.type);
  if (!known) {
    waypoints.push({ ...found });
    return;
  }
  known.name ??= found.name;
  known.open ??= found.open;
  known.clear ??= found.clear;
  known.seconds ??= found.seconds;
}

/** What is wrong with the marks of a note, in words and at its place. */
export function markDiagnostics(
  problems: readonly MarkProblem[],
  note: number,
  locate: Locate,
): Diagnostic[] {
  return problems.map(({ name, message, path, help }) =>
    problem(name, { message: `note ${note}: ${message}`, span: locate(path), help: help ?? null }),
  );
}
