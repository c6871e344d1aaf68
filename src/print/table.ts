import { durationText } from '../model/duration.ts';
import { symbolOf } from '../model/lexicon.ts';
import { formatDistance, speedFromKmh, type Units } from '../model/units.ts';
import type { Stage, StageNote } from '../stage/stage.ts';
import { shown, widthOf, wrapped } from '../text/cells.ts';
import { tulipCells } from '../tulip/cells.ts';

/** How a part of the table is meant; whoever prints it decides how that looks. */
export type Emphasis = 'plain' | 'strong' | 'dim' | 'danger' | 'waypoint' | 'zone';

/** A line as pieces of text, each with its emphasis. */
export type TableLine = readonly { readonly text: string; readonly as: Emphasis }[];

export interface TableOptions {
  /** Cells in a line. */
  readonly columns: number;
  readonly ascii: boolean;
  readonly tulips: boolean;
  /** Indexes of the notes to show: `[from, to]`, both in it. */
  readonly range: readonly [number, number];
}

const tulipSize = { columns: 10, rows: 5 };
/** Narrower than this, a tulip takes the room that the words need. */
const leastForTulips = 64;

/** The roadbook as a page of the terminal: a row for each note, in the order and with the figures of the paper. */
export function* roadbookTable(stage: Stage, options: TableOptions): Generator<TableLine> {
  const rows = stage.notes.slice(options.range[0], options.range[1] + 1);
  const widths = widthsOf(stage, options);
  yield* header(stage, widths, options);
  for (const row of rows) yield* note(stage, row, widths, options);
}

interface Widths {
  readonly number: number;
  readonly distance: number;
  readonly tulip: number;
  readonly marks: number;
  readonly words: number;
}

function widthsOf(stage: Stage, { columns, tulips }: TableOptions): Widths {
  const { units } = stage.roadbook;
  const number = Math.max(2, ...stage.notes.map((n) => String(n.number).length));
  const distance = Math.max(5, ...stage.notes.map((n) => formatDistance(n.printed, units).length));
  const tulip = tulips && columns >= leastForTulips ? tulipSize.columns + 1 : 0;
  const marks = columns < 50 ? 9 : 15;
  const words = Math.max(8, columns - (number + 2 * distance + tulip + marks + 6));
  return { number, distance, tulip, marks, words };
}

function* header(stage: Stage, widths: Widths, { ascii, columns }: TableOptions): Generator<TableLine> {
  const { event, units } = stage.roadbook;
  const unit = units === 'metric' ? 'km' : 'mi';
  const facts = `${stage.notes.length} notes, ${formatDistance(stage.length, units)} ${unit}`;
  const about = event === null || event === stage.title ? [stage.title, facts] : [event, stage.title, facts];
  for (const text of wrapped(shown(about.join(' · '), ascii), columns)) yield [{ text, as: 'strong' }];
  yield [];
  const names = [
    'No'.padStart(widths.number),
    unit.padStart(widths.distance),
    'part'.padStart(widths.distance),
    ' ',
    ...(widths.tulip > 0 ? ['tulip'.padEnd(widths.tulip - 1)] : []),
    'marks'.padEnd(widths.marks),
    'note',
  ];
  yield [{ text: names.join(' '), as: 'dim' }];
}

function* note(stage: Stage, row: StageNote, widths: Widths, options: TableOptions): Generator<TableLine> {
  const { units } = stage.roadbook;
  const marks = marksOf(row, units).flatMap((mark) =>
    wrapped(shown(mark.text, options.ascii), widths.marks).map((text) => ({ ...mark, text })),
  );
  const words = wrapped(shown(wordsOf(row), options.ascii), widths.words);
  const drawn = tulipLines(row, widths, options);
  const height = Math.max(1, marks.length, words.length, drawn.length);
  for (let i = 0; i < height; i++) {
    const first = i === 0;
    const mark = marks[i];
    const line: { text: string; as: Emphasis }[] = [
      { text: (first ? String(row.number) : '').padStart(widths.number), as: 'plain' },
      { text: ` ${(first ? printed(row, units) : '').padStart(widths.distance)}`, as: 'strong' },
      { text: ` ${(first ? partial(row, units) : '').padStart(widths.distance)} `, as: 'dim' },
      zoneBar(stage, row, options),
      { text: ' ', as: 'plain' },
    ];
    if (widths.tulip > 0) line.push({ text: (drawn[i] ?? '').padEnd(widths.tulip), as: 'plain' });
    line.push({ text: padded(mark?.text ?? '', widths.marks), as: mark?.as ?? 'plain' });
    line.push({ text: ` ${words[i] ?? ''}`, as: (row.danger ?? 0) > 1 ? 'danger' : 'plain' });
    yield line;
  }
  if (widths.tulip > 0) yield [];
}

function printed(row: StageNote, units: Units): string {
  return row.measured ? formatDistance(row.printed, units) : '?';
}

function partial(row: StageNote, units: Units): string {
  return row.measured ? formatDistance(row.partial, units) : '?';
}

/** A bar beside every row that a zone holds: the sport's side bars. */
function zoneBar(stage: Stage, row: StageNote, { ascii }: TableOptions): TableLine[number] {
  const kinds = new Set(row.zones.map((index) => stage.zones[index]?.kind));
  if (kinds.has('speed')) return { text: ascii ? '#' : '█', as: 'zone' };
  if (kinds.size > 0) return { text: ascii ? '|' : '▒', as: 'zone' };
  return { text: ' ', as: 'plain' };
}

function marksOf(row: StageNote, units: Units): { text: string; as: Emphasis }[] {
  const { waypoints, limitKmh, averageCap, stopSeconds, reset, services, change, danger, cap } = row.note;
  const marks: { text: string; as: Emphasis }[] = [];
  if (danger !== null) marks.push({ text: '!'.repeat(danger), as: 'danger' });
  for (const { type, name, seconds } of waypoints) {
    const time = seconds === null ? '' : ` ${durationText(seconds)}`;
    marks.push({ text: `${type}${name === null ? '' : ` ${name}`}${time}`, as: 'waypoint' });
  }
  if (limitKmh !== null) {
    const speed = Math.round(speedFromKmh(limitKmh, units));
    marks.push({ text: `${speed} ${units === 'metric' ? 'km/h' : 'mph'}`, as: 'zone' });
  }
  if (cap !== null) marks.push({ text: `CAP ${degrees(cap)}`, as: 'strong' });
  if (averageCap !== null) marks.push({ text: `CAPMOY ${degrees(averageCap)}`, as: 'plain' });
  if (stopSeconds !== null)
    marks.push({ text: stopSeconds === 0 ? 'STOP' : `STOP ${stopSeconds} s`, as: 'danger' });
  for (const service of services) marks.push({ text: service, as: 'plain' });
  if (reset !== null) marks.push({ text: `RESET ${formatDistance(reset, units)}`, as: 'strong' });
  if (change !== null) marks.push({ text: change, as: 'strong' });
  return marks;
}

function degrees(cap: number): string {
  return `${String(cap).padStart(3, '0')}°`;
}

/** The text, then the symbols by name that the text does not already say. */
function wordsOf({ note }: StageNote): string {
  const named = note.symbols.map((id) => symbolOf(id)?.words.en ?? id);
  return [note.text ?? '', named.length > 0 ? `[${named.join(', ')}]` : '']
    .filter((part) => part !== '')
    .join(' ');
}

function tulipLines(row: StageNote, widths: Widths, { ascii }: TableOptions): string[] {
  const { tulip, pictures } = row.note;
  if (widths.tulip === 0) return [];
  if (tulip === null) return pictures.tulip === null ? [] : ['(picture)'];
  const cells = tulipCells(tulip, { ...tulipSize, alphabet: ascii ? 'ascii' : 'braille' });
  return cells.map((line) => line.map(({ char }) => char).join(''));
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
