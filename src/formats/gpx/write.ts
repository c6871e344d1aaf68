import type { Note, Roadbook } from '../../model/roadbook.ts';
import type { Units } from '../../model/units.ts';
import { type FieldTable, lossesOf, metricOnly } from '../carries.ts';
import type { Written } from '../format.ts';
import { kept, carries as openRally } from '../openrally/carries.ts';
import { decimal } from '../openrally/figures.ts';
import { keptParts } from '../openrally/kept-text.ts';
import { producer } from '../openrally/producer.ts';
import { writeTrack } from '../openrally/write.ts';
import { nameOf, position, textElement } from '../openrally/write-note.ts';
import { extensionsElement, gpxElement } from './order.ts';
import { summary } from './summary.ts';

/** A GPX for maps: where the notes and the track lie. What else a note says stands in its comment, for people. */
export const gpxCarries: FieldTable = {
  roadbook: { ...openRally.roadbook, units: metricOnly, total: false },
  note: {
    number: true,
    name: openRally.note.name,
    distance: false,
    partial: false,
    at: openRally.note.at,
    elevation: openRally.note.elevation,
    'show-at': false,
    waypoint: {
      how: 'each type once',
      loses: ({ waypoints }) => new Set(waypoints.map(({ type }) => type)).size < waypoints.length,
    },
    'waypoint-name': false,
    open: false,
    clear: false,
    time: false,
    limit: false,
    cap: false,
    'average-cap': false,
    danger: false,
    tulip: false,
    'tulip-picture': false,
    'text-picture': false,
    text: openRally.note.text,
    symbols: false,
    stop: false,
    reset: false,
    services: false,
    surface: false,
    change: false,
    remark: false,
    kept,
  },
};

/** Writes GPX 1.1 that every map and GPS reads. A note without coordinates stands at 0, 0, as in OpenRally. */
export function writeGpx(roadbook: Roadbook): Written {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="${producer}">`,
    ...writeMetadata(roadbook),
    ...roadbook.notes.map((note) => writePoint(note, roadbook.units)),
    ...writeTrack(roadbook),
    '</gpx>',
    '',
  ];
  return { text: lines.join('\n'), losses: lossesOf(roadbook, gpxCarries, 'plain GPX') };
}

function writeMetadata({ stage, description, kept }: Roadbook): string[] {
  const { native, extensions } = keptParts(kept, 'metadata', { asElements: true, prefixes: [] });
  const children = [
    ...textElement('name', stage.name),
    ...textElement('desc', description),
    ...native,
    ...extensionsElement(extensions),
  ];
  return children.length === 0 ? [] : [gpxElement('metadata', '', children)];
}

function writePoint(note: Note, units: Units): string {
  const { at, waypoints } = note;
  const { native, extensions } = keptParts(note.kept, 'point', { asElements: true, prefixes: [] });
  const types = [...new Set(waypoints.map(({ type }) => type))];
  // GPX has one type: the waypoint's own goes there, and a kept one to the extensions.
  const isSpare = (child: string) => types.length > 0 && child.startsWith('<type');
  return gpxElement('wpt', position(note), [
    ...textElement('ele', at === null || at.elevation === null ? null : decimal(at.elevation)),
    ...textElement('name', nameOf(note)),
    ...textElement('cmt', summary(note, units).join(' · ')),
    ...textElement('desc', note.text),
    ...textElement('type', types.join(' ')),
    ...native.filter((child) => !isSpare(child)),
    ...extensionsElement([...extensions, ...native.filter(isSpare)]),
  ]);
}
