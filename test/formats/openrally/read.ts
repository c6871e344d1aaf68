import { readGpx } from '../../../src/formats/openrally/format.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Note, Roadbook } from '../../../src/model/roadbook.ts';

/** A reading with the text that its places count in. */
export function read(text: string): Reading & { book: Roadbook; said: string[] } {
  const reading = readGpx({ file: 'test.gpx', text });
  const { roadbook } = reading;
  if (roadbook === null) throw new Error(JSON.stringify(reading.diagnostics));
  const said = reading.diagnostics.map(({ rule, message, span }) => {
    const place = span === null ? '' : text.slice(span.start, span.end);
    return `${rule}: ${message} @ ${place}`;
  });
  return { ...reading, book: roadbook, said };
}

/** OpenRally around waypoints. */
export function gpx(points: string, metadata = '<openrally:units>metric</openrally:units>'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:openrally="http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3" version="1.1" creator="test">
<metadata><extensions>${metadata}</extensions></metadata>
${points}
</gpx>`;
}

/** One waypoint with these extension elements, without their prefix: `<distance>1</distance>`. */
export function wpt(elements: string, around = ''): string {
  const prefixed = elements.replace(/<!\[CDATA\[.*?\]\]>|<(\/?)(?!openrally:)(?=[a-z])/gs, (whole, end) =>
    end === undefined ? whole : `<${end}openrally:`,
  );
  return `<wpt lat="0" lon="0">${around}<extensions>${prefixed}</extensions></wpt>`;
}

/** `WPM 12 800/90 60s`. */
export function waypointsOf(note: Note | undefined): string[] {
  return (note?.waypoints ?? []).map(({ type, name, open, clear, seconds }) =>
    [
      type,
      name,
      open === null && clear === null ? null : `${open ?? '-'}/${clear ?? '-'}`,
      seconds === null ? null : `${seconds}s`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );
}
