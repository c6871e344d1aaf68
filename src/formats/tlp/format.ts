import { type FieldTable, foundAs, numberCounted } from '../carries.ts';
import type { Format } from '../format.ts';
import { readTlp } from './read.ts';

/** What the reader finds in a file. */
const carries: FieldTable = {
  roadbook: {
    event: false,
    'stage-number': false,
    'stage-name': foundAs('the name of the roadbook'),
    date: false,
    start: false,
    release: false,
    units: false,
    edition: false,
    description: foundAs('the words of its HTML'),
    total: true,
    'fuel-range': true,
    track: true,
    kept: false,
  },
  note: {
    number: numberCounted,
    name: false,
    distance: foundAs('counted from the last reset; measured along the route where none is stated'),
    partial: true,
    at: true,
    elevation: false,
    'show-at': true,
    waypoint: foundAs('of the notification; danger 3 without one is a WPS'),
    'waypoint-name': foundAs('numbered in order, checkpoints apart'),
    open: true,
    clear: true,
    time: true,
    limit: foundAs('of the glyph'),
    cap: true,
    'average-cap': foundAs('where the note shows one'),
    danger: foundAs('of the glyph'),
    tulip: true,
    'tulip-picture': false,
    'text-picture': false,
    text: foundAs('the words of the objects, or of the HTML'),
    symbols: true,
    stop: foundAs('of the glyph'),
    reset: foundAs('of the glyph'),
    services: foundAs('of the glyphs'),
    surface: false,
    change: foundAs('of the glyph'),
    remark: false,
    kept: foundAs('drawings, and objects and glyphs that are not known'),
  },
};

/** Tulip's own file, read alone. */
export const format: Format = { read: readTlp, write: null, carries };
