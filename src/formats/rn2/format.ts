import { type FieldTable, foundAs, numberCounted } from '../carries.ts';
import type { Format } from '../format.ts';
import { readRn2 } from './read.ts';

/** What the reader finds in a file. */
const carries: FieldTable = {
  roadbook: {
    event: false,
    'stage-number': false,
    'stage-name': foundAs('the name of the route, else its ends'),
    date: false,
    start: false,
    release: false,
    units: true,
    edition: false,
    description: true,
    total: foundAs('measured over all vertices of the track'),
    'fuel-range': false,
    track: true,
    kept: false,
  },
  note: {
    number: numberCounted,
    name: false,
    distance: foundAs('measured over all vertices of the track, from the last reset'),
    partial: foundAs('worked out from the totals'),
    at: true,
    elevation: foundAs('all but 0, which stands for unknown'),
    'show-at': true,
    waypoint: true,
    'waypoint-name': true,
    open: true,
    clear: true,
    time: true,
    limit: foundAs('of the icon'),
    cap: foundAs('measured along the track where the box shows a heading'),
    'average-cap': foundAs('measured to the next box where the box shows one'),
    danger: foundAs('of the icon'),
    tulip: true,
    'tulip-picture': foundAs('an image that fills the box'),
    'text-picture': foundAs('an image that fills the box'),
    text: true,
    symbols: true,
    stop: foundAs('of the icon'),
    reset: foundAs('of the icon'),
    services: foundAs('of the icons'),
    surface: false,
    change: foundAs('of the icon'),
    remark: false,
    kept: foundAs('drawn lines, and elements and icons that are not known'),
  },
};

/** Rally Navigator's own file, read alone. */
export const format: Format = { read: readRn2, write: null, carries };
