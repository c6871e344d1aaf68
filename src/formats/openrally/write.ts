import type { Roadbook } from '../../model/roadbook.ts';
import { exactDistance } from '../../model/units.ts';
import { lossesOf } from '../carries.ts';
import type { WriteOptions, Written } from '../format.ts';
import { extensionsElement, gpxElement } from '../gpx/order.ts';
import { openRallyCarries } from './carries.ts';
import { type Dialect, namespaceFor, newest, openRallyVersions } from './dialect.ts';
import { decimal } from './figures.ts';
import { keptParts } from './kept-text.ts';
import { producer } from './producer.ts';
import { position, textElement, writeNote } from './write-note.ts';

/**
 * Writes OpenRally GPX that is valid by the published schema of its version, unless what producers add is asked for. Throws a
 * RangeError for a version that there is not.
 */
export function writeOpenRally(roadbook: Roadbook, options: WriteOptions): Written {
  const dialect = dialectOf(options);
  const { units, notes } = roadbook;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:openrally="${namespaceFor(dialect)}" version="1.1" creator="${producer}">`,
    metadata(roadbook, dialect),
    ...notes.map((note) => writeNote(note, units, dialect)),
    ...writeTrack(roadbook),
    '</gpx>',
    '',
  ];
  return { text: lines.join('\n'), losses: losses(roadbook, dialect) };
}

function dialectOf({ openrallyVersion, extended = false }: WriteOptions): Dialect {
  const version = openRallyVersions.find((one) => one === (openrallyVersion ?? newest.version));
  if (version === undefined) throw new RangeError(`there is no OpenRally ${openrallyVersion}`);
  return { version, extended };
}

/** What is lost, and where more could be written, how. */
function losses(roadbook: Roadbook, dialect: Dialect): Written['losses'] {
  const title = `OpenRally ${dialect.version}`;
  const lost = lossesOf(roadbook, openRallyCarries(dialect), title);
  if (dialect.extended || lost.length === 0) return lost;
  const least = lossesOf(roadbook, openRallyCarries({ ...dialect, extended: true }), title);
  const key = ({ note, field }: { note: number | null; field: string }) => `${note} ${field}`;
  const always = new Set(least.map(key));
  return lost.map((one) =>
    always.has(key(one))
      ? one
      : { ...one, help: 'with --extended it is written, as other programs do and the schema does not allow' },
  );
}

function metadata({ stage, description, units, total, kept }: Roadbook, dialect: Dialect): string {
  const { native, extensions } = keptParts(kept, 'metadata', { asElements: dialect.extended });
  return gpxElement('metadata', '', [
    ...textElement('name', stage.name),
    ...textElement('desc', description),
    ...native,
    ...extensionsElement([
      // The published schema misspells statute.
      `<openrally:units>${units === 'metric' ? 'metric' : 'statue'}</openrally:units>`,
      ...textElement('openrally:distance', total === null ? null : exactDistance(total, units)),
      ...extensions,
    ]),
  ]);
}

/** The track as one `trk`; segments without a point are left out. */
export function writeTrack({ track }: Roadbook): string[] {
  const segments = (track ?? []).filter((segment) => segment.length > 0);
  if (segments.length === 0) return [];
  return [
    '  <trk>',
    ...segments.flatMap((segment) => [
      '    <trkseg>',
      ...segment.map((point) => {
        const start = `      <trkpt${position({ at: point })}`;
        return point.elevation === null
          ? `${start}/>`
          : `${start}><ele>${decimal(point.elevation)}</ele></trkpt>`;
      }),
      '    </trkseg>',
    ]),
    '  </trk>',
  ];
}
