import { type FieldTable, foundAs, numberCounted } from '../carries.ts';
import type { Format } from '../format.ts';
import { readRn } from './read.ts';

/** What the reader finds in a file. */
const carries: FieldTable = {
  roadbook: {
    event: false,
    'stage-number': false,
    'stage-name': foundAs('the name of the route'),
    date: false,
    start: false,
    release: false,
    units: true,
    edition: false,
    description: true,
    total: foundAs('measured over all waypoints'),
    'fuel-range': true,
    track: true,
    kept: false,
  },
  note: {
    number: numberCounted,
    name: false,
    distance: foundAs('measured over all waypoints'),
    partial: foundAs('worked out from the totals'),
    at: true,
    elevation: foundAs('all but 0, which stands for unknown'),
    'show-at': false,
    waypoint: false,
    'waypoint-name': false,
    open: false,
    clear: false,
    time: false,
    limit: false,
    cap: foundAs('measured along the track where headings are shown'),
    'average-cap': false,
    danger: false,
    tulip: false,
    'tulip-picture': false,
    'text-picture': false,
    text: true,
    symbols: false,
    stop: false,
    reset: false,
    services: false,
    surface: false,
    change: false,
    remark: false,
    kept: foundAs('roads and icons, whose scale and meaning are not known'),
  },
};

/** The first Rally Navigator's record, read as well as can be: no file of it is public. */
export const format: Format = { read: readRn, write: null, carries };
