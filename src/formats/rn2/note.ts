import { abbreviationFromRn2 } from '../../model/foreign-symbols.ts';
import { symbolOf } from '../../model/lexicon.ts';
import type { Path } from '../../model/reading.ts';
import type { Kept, NoteDraft } from '../../model/roadbook.ts';
import type { Units } from '../../model/units.ts';
import { forTerminal } from '../../text/escape.ts';
import { isMapping } from '../foreign.ts';
import { hasMarkup, plainText } from '../html.ts';
import { type FoundMark, fieldsOfMarks, type MarkedFields, type MarkProblem } from '../marks.ts';
import { type Misread, misreadIn } from '../misread.ts';
import { inLines } from '../reading-order.ts';
import { type Element, elementsOf, Icon, Point, type Settings, type Text, type Vertex } from './document.ts';
import {
  marksOfIcon,
  marksOfWaypointIcon,
  meaningByName,
  symbolOfIcon,
  unnamed,
  wordOfIcon,
} from './icons.ts';
import { isPicture, isPlain, type ReadTulip, type TulipContext, tulipOf } from './tulip.ts';

/** A box and what its neighbours say of it. Headings are degrees from true north, null where the route ends. */
export interface BoxContext {
  readonly vertex: Vertex;
  readonly path: Path;
  readonly settings: Settings;
  readonly units: Units;
  readonly line: TulipContext['line'];
  readonly turn: number;
  readonly headingOut: number | null;
  readonly headingToNextBox: number | null;
}

/** A note without its place and distance, and where its fields stand in the file. */
export interface ReadBox extends Pick<MarkedFields, 'places' | 'problems'> {
  readonly draft: NoteDraft;
  readonly line: ReadTulip['line'];
  /** What of its elements could not be read as it is written. */
  readonly misread: readonly Misread[];
}

export function boxOf(context: BoxContext): ReadBox {
  const { vertex, path, settings, units, headingOut, headingToNextBox } = context;
  const drawn = elementsOf(vertex.tulip, [...path, 'tulip']);
  const described = elementsOf(vertex.notes, [...path, 'notes']);
  const all = [...drawn, ...described];
  const caps: Caps = { exit: rounded(headingOut), average: rounded(headingToNextBox) };
  const words = (one: Element) => wordsOf(one, caps);
  const { waypointIcon } = vertex;
  const control = Icon.parse(typeof waypointIcon === 'string' ? { type: waypointIcon } : waypointIcon);
  const controlPath = [...path, 'waypointIcon'];
  const controls = marksOfWaypointIcon(control, units, controlPath);
  const marks = new Map(
    all.flatMap((one) =>
      one.kind === 'icon' ? [[one.icon, marksOfIcon(one.icon, units, one.path)] as const] : [],
    ),
  );
  const { fields, places, problems } = fieldsOfMarks([...controls, ...[...marks.values()].flat()]);
  const { tulip, line } = tulipOf(drawn, {
    settings,
    line: context.line,
    turn: context.turn,
    wordsOf: words,
  });
  const pictures = { tulip: pictureOf(drawn), text: pictureOf(described) };
  const shown = all.map(capOf);
  const showsHeading = vertex.showHeading ?? settings.showHeadings ?? false;
  // An empty mapping is how the editor writes that there is none.
  const isUnknown = controls.length === 0 && (control.type ?? control.id ?? control.name) !== null;
  const draft: NoteDraft = {
    ...fields,
    ...descriptionOf(described, words, marks),
    showAt: vertex.showCoordinates ?? false,
    cap: statedCap(all) ?? (showsHeading || shown.includes('exit') ? caps.exit : null),
    averageCap: shown.includes('average') ? caps.average : null,
    tulip: pictures.tulip !== null && isPlain(drawn) ? null : tulip,
    pictures,
    kept: [...all.flatMap(keptOf), ...(isUnknown ? [keptValue(waypointIcon)] : [])],
  };
  const misread = [
    ...all.flatMap((one) => misreadElement(one)),
    ...(typeof waypointIcon === 'string' ? [] : misreadIn(waypointIcon, control, controlPath)),
  ];
  return {
    draft,
    line,
    misread,
    places,
    problems: [
      ...problems,
      ...all.flatMap((one) => (one.kind === 'icon' ? unknownIcon(one.icon, marks, one.path) : [])),
      ...(isUnknown ? [unknownControl(control, controlPath)] : []),
    ],
  };
}

function misreadElement(one: Element): Misread[] {
  switch (one.kind) {
    case 'track':
      return [
        ...misreadIn(one.raw, one.track, one.path),
        ...misreadHandles(one.track.roadIn.handles, [...one.path, 'roadIn', 'handles']),
        ...misreadHandles(one.track.roadOut.handles, [...one.path, 'roadOut', 'handles']),
      ];
    case 'road':
      return [
        ...misreadIn(one.raw, one.road, one.path),
        ...misreadHandles(one.road.handles, [...one.path, 'handles']),
      ];
    case 'icon':
      return misreadIn(one.raw, one.icon, one.path);
    case 'text':
      return misreadIn(one.raw, one.text, one.path);
    case 'other':
      return isMapping(one.raw) || one.raw === null ? [] : misreadIn(one.raw, null, one.path);
  }
}

function misreadHandles(handles: readonly unknown[], path: Path): Misread[] {
  return handles.flatMap((raw, i) => misreadIn(raw, Point.parse(raw), [...path, i]));
}

/** Of each icon of a box. */
type Marks = ReadonlyMap<Icon, readonly FoundMark[]>;

/** A name is in the language of its author: it is shown, and means nothing more. */
function unknownIcon(icon: Icon, marks: Marks, path: Path): MarkProblem[] {
  if ((marks.get(icon)?.length ?? 0) > 0 || isPicture(icon) || wordOfIcon(icon) !== null) return [];
  const name = 'format-deviation';
  if (symbolOfIcon(icon) === unnamed)
    return [{ name, message: 'an icon is not known and has no name', path }];
  if (meaningByName(icon) === null) return [];
  const message = `the icon “${forTerminal(icon.name?.slice(0, 60) ?? '')}” is known by its name alone`;
  const help =
    'it is shown, but no danger, limit, reset or waypoint is taken from it: set it anew in the editor';
  return [{ name, message, path, help }];
}

function unknownControl({ type, name, id }: Icon, path: Path): MarkProblem {
  const words = forTerminal((name ?? type ?? id ?? '').slice(0, 60));
  return { name: 'unknown-value', message: `the waypoint icon “${words}” is not known`, path };
}

/** Words in reading order, symbols in reading order; what has become a field of the note is not repeated as a symbol. */
function descriptionOf(
  elements: readonly Element[],
  wordsOf: (one: Element) => string | null,
  marks: Marks,
): Pick<NoteDraft, 'text' | 'symbols'> {
  const placed = elements.flatMap((one) => {
    const word = wordsOf(one);
    if (one.kind === 'text') return [{ x: one.text.x ?? 0, y: one.text.y ?? 0, word, symbol: null }];
    if (one.kind !== 'icon' || isPicture(one.icon)) return [];
    const { icon } = one;
    const isSaid = word !== null || (marks.get(icon) ?? []).some(({ mark }) => mark !== 'unfit');
    const at = { x: icon.x ?? icon.template.x ?? 0, y: icon.y ?? icon.template.y ?? 0 };
    return [{ ...at, word, symbol: isSaid ? null : symbolOfIcon(icon) }];
  });
  const lines = inLines(placed);
  const text = lines
    .map((line) => line.flatMap(({ word }) => word ?? []).join(' '))
    .filter((line) => line !== '')
    .join('\n');
  return { text: text || null, symbols: lines.flat().flatMap(({ symbol }) => symbol ?? []) };
}

/** Whole degrees of the headings that a box can show. */
interface Caps {
  readonly exit: number | null;
  readonly average: number | null;
}

const placeholder = '${cap}';

/** The words of a text or of an icon that stands for some. CAP boxes hold a placeholder, filled in when they are drawn. */
function wordsOf(one: Element, caps: Caps): string | null {
  const kind = capOf(one);
  const degrees = kind && caps[kind];
  const figures = degrees === null ? '' : String(degrees).padStart(3, '0');
  if (one.kind === 'text') {
    const { text, src, convert_to } = one.text;
    const template = [convert_to, src, text].find((words) => words?.includes(placeholder)) ?? text;
    const said = template?.replaceAll(placeholder, figures).trim() ?? '';
    const words = hasMarkup(said) ? plainText(said) : said;
    return (kind === null ? words : words.replace(/\s+/g, ' ')) || null;
  }
  if (one.kind !== 'icon') return null;
  const code = wordOfIcon(one.icon);
  if (kind === null) return code;
  return figures && [figures, /^CAP-([AC])$/.exec(code ?? '')?.[1]].filter(Boolean).join(' ');
}

/** Which heading an element shows: the one leaving the box, or the average or calculated one to the next. */
function capOf(one: Element): 'exit' | 'average' | null {
  if (one.kind === 'text') return capOfText(one.text);
  return one.kind === 'icon' ? capOfCode(wordOfIcon(one.icon)) : null;
}

function capOfText(text: Text): 'exit' | 'average' | null {
  switch (text.cap_type) {
    case 'cap':
      return 'exit';
    case 'cap_avg':
    case 'cap_calc':
      return 'average';
  }
  const byId = text.id === null ? null : capOfCode(abbreviationFromRn2({ id: text.id }));
  return (
    byId ?? ([text.text, text.src, text.convert_to].some((one) => one?.includes(placeholder)) ? 'exit' : null)
  );
}

function capOfCode(code: string | null): 'exit' | 'average' | null {
  if (code === 'CAP') return 'exit';
  return code === 'CAP-A' || code === 'CAP-C' ? 'average' : null;
}

/** The figures that somebody wrote into a CAP box by hand. */
function statedCap(elements: readonly Element[]): number | null {
  for (const one of elements) {
    if (one.kind !== 'text' || capOf(one) !== 'exit') continue;
    const { text, src, convert_to } = one.text;
    if ([text, src, convert_to].some((words) => words?.includes(placeholder))) continue;
    const figures = /^\s*(\d{1,3})\s*°?\s*$/.exec(text ?? '')?.[1];
    if (figures !== undefined && Number(figures) <= 360) return Number(figures);
  }
  return null;
}

function pictureOf(elements: readonly Element[]): string | null {
  const found = elements.find((one) => one.kind === 'icon' && isPicture(one.icon));
  return found?.kind === 'icon' ? (found.icon.src?.trim() ?? null) : null;
}

/** Lines, arrows and whatever else the model has no word for, and icons that only have a name. */
function keptOf(one: Element): Kept[] {
  if (!isMapping(one.raw)) return [];
  const isKnown =
    one.kind === 'icon'
      ? isPicture(one.icon) || wordOfIcon(one.icon) !== null || symbolOf(symbolOfIcon(one.icon)) !== null
      : one.kind !== 'other';
  return isKnown ? [] : [keptValue(one.raw)];
}

function keptValue(raw: unknown): Kept {
  return { format: 'rn2', content: JSON.stringify(raw) };
}

function rounded(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees);
}
