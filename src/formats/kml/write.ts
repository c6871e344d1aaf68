import type { Note, Roadbook, TrackSegment } from '../../model/roadbook.ts';
import type { Units } from '../../model/units.ts';
import { type FieldTable, lossesOf } from '../carries.ts';
import type { Written } from '../format.ts';
import { summary } from '../gpx/summary.ts';
import { decimal } from '../openrally/figures.ts';
import { xmlText } from '../xml/text.ts';

/** KML is for looking at: positions and the track to draw, the rest as words. */
export const kmlCarries: FieldTable = {
  roadbook: {
    event: true,
    'stage-number': true,
    'stage-name': true,
    date: false,
    start: false,
    release: false,
    units: true,
    edition: false,
    description: true,
    total: false,
    'fuel-range': false,
    track: true,
    kept: false,
  },
  note: {
    number: true,
    name: true,
    distance: true,
    partial: false,
    at: true,
    elevation: true,
    'show-at': false,
    waypoint: true,
    'waypoint-name': true,
    open: true,
    clear: true,
    time: true,
    limit: true,
    cap: true,
    'average-cap': true,
    danger: true,
    tulip: false,
    'tulip-picture': false,
    'text-picture': false,
    text: true,
    symbols: { how: 'as their ids', loses: () => false },
    stop: true,
    reset: true,
    services: true,
    surface: false,
    change: false,
    remark: false,
    kept: false,
  },
};

/** Writes KML 2.2: a folder with a place for each note, and the track as a red line. A note without coordinates has no point. */
export function writeKml(roadbook: Roadbook): Written {
  const { event, stage, description, notes, track, units } = roadbook;
  const title = [event, stage.number === null ? null : `Stage ${stage.number}`, stage.name]
    .filter((part) => part !== null)
    .join(' · ');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    '<Document>',
    `  <name>${xmlText(title === '' ? 'Roadbook' : title)}</name>`,
    ...words(description === null ? [] : [description]).map((line) => `  ${line}`),
    '  <Style id="track"><LineStyle><color>ff0000ff</color><width>3</width></LineStyle></Style>',
    '  <Folder>',
    '    <name>Notes</name>',
    ...notes.map((note) => placemark(note, units)),
    '  </Folder>',
    ...(track ?? []).filter((segment) => segment.length > 1).map(line),
    '</Document>',
    '</kml>',
    '',
  ];
  return { text: lines.join('\n'), losses: lossesOf(roadbook, kmlCarries, 'KML') };
}

function placemark(note: Note, units: Units): string {
  const { at, number, name, text, symbols } = note;
  const lines = [...summary(note, units), ...symbols, ...(text === null ? [] : [text])];
  return [
    '    <Placemark>',
    `      <name>${xmlText(name === null ? String(number) : `${number} ${name}`)}</name>`,
    ...words(lines).map((line) => `      ${line}`),
    ...(at === null ? [] : [`      <Point><coordinates>${coordinates(at)}</coordinates></Point>`]),
    '    </Placemark>',
  ].join('\n');
}

function line(segment: TrackSegment): string {
  return [
    '  <Placemark>',
    '    <name>Track</name>',
    '    <styleUrl>#track</styleUrl>',
    '    <LineString><tessellate>1</tessellate><coordinates>',
    ...segment.map(coordinates),
    '    </coordinates></LineString>',
    '  </Placemark>',
  ].join('\n');
}

/** Viewers show a description as a web page: the words are made harmless for that first, and then for XML. */
function words(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const page = lines.map((one) => one.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>'));
  return [`<description>${xmlText(page.join('<br>'))}</description>`];
}

/** Longitude first. */
function coordinates({ latitude, longitude, elevation }: NonNullable<Note['at']>): string {
  const figures = elevation === null ? [longitude, latitude] : [longitude, latitude, elevation];
  return figures.map(decimal).join(',');
}
