import type { Note, Roadbook } from '../../model/roadbook.ts';
import { type FieldTable, lossesOf } from '../carries.ts';
import type { Written } from '../format.ts';
import { rowText } from './cells.ts';
import { columns } from './columns.ts';
import { guarded } from './formula.ts';
import { cellsKept, keptCells } from './kept.ts';

/** Every column of the notes, and nothing of the roadbook but its units: a spreadsheet has no place for the rest. */
export const csvCarries: FieldTable = {
  roadbook: {
    event: false,
    'stage-number': false,
    'stage-name': false,
    date: false,
    start: false,
    release: false,
    units: true,
    edition: false,
    description: false,
    total: false,
    'fuel-range': false,
    track: false,
    kept: false,
  },
  note: {
    number: true,
    name: true,
    distance: true,
    partial: true,
    at: true,
    elevation: true,
    'show-at': true,
    waypoint: true,
    'waypoint-name': {
      how: 'an empty name reads back as none',
      loses: ({ waypoints }) => waypoints.some(({ name }) => name === ''),
    },
    open: true,
    clear: true,
    time: true,
    limit: true,
    cap: true,
    'average-cap': true,
    danger: true,
    tulip: true,
    'tulip-picture': false,
    'text-picture': false,
    text: true,
    symbols: true,
    stop: true,
    reset: true,
    services: true,
    surface: true,
    change: true,
    remark: true,
    kept: {
      how: 'columns of a spreadsheet',
      loses: ({ kept }) => JSON.stringify(keptCells(cellsKept(kept))) !== JSON.stringify(kept),
    },
  },
};

/**
 * RFC 4180 with commas, decimal points and a byte-order mark: without the mark the commonest spreadsheet takes UTF-8 for
 * its country's own encoding and turns every é into two characters.
 */
export function writeCsv(roadbook: Roadbook): Written {
  const { notes, units } = roadbook;
  const used = columns.filter(({ rare, write }) => !rare || notes.some((note) => write(note, units) !== ''));
  const kept = notes.map((note) => cellsKept(note.kept));
  const extra = [...new Set(kept.flatMap((cells) => [...cells.keys()]))];
  const head = used.map(({ name }) => (name === 'km' && units === 'imperial' ? 'mi' : name));
  const row = (note: Note, i: number) => [
    ...used.map(({ write }) => write(note, units)),
    ...extra.map((name) => cellOf(kept[i]?.get(name))),
  ];
  const table = [[...head, ...extra.map(guarded)], ...notes.map(row)];
  return {
    text: `\ufeff${table.map(rowText).join('')}`,
    losses: lossesOf(roadbook, csvCarries, 'CSV'),
  };
}

function cellOf(value: string | undefined): string {
  return value === undefined ? '' : guarded(value);
}
