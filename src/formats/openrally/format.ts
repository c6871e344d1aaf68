import { complete } from '../../model/complete.ts';
import type { Reading } from '../../model/reading.ts';
import { problem } from '../../text/diagnostic.ts';
import type { Source } from '../../text/source.ts';
import type { Format } from '../format.ts';
import { carries } from './carries.ts';
import type { Document } from './document.ts';
import { finish } from './finish.ts';
import { gpxDocument } from './read.ts';
import { writeOpenRally } from './write.ts';

export const format: Format = { read: readGpx, write: writeOpenRally, carries };

/** Reads GPX. `origin.format` is `openrally` where the file speaks of OpenRally, else `gpx`. */
export function readGpx(source: Source): Reading {
  const document = gpxDocument(source);
  if (!document.isGpx) return notGpx(document);
  const { format, draft, locate, diagnostics } = finish(document);
  const { roadbook, diagnostics: problems } = complete(draft, locate);
  return { format, roadbook, locate, diagnostics: [...diagnostics, ...problems] };
}

function notGpx(document: Document): Reading {
  const missing = problem('not-a-roadbook', {
    message: 'the file has no <gpx> element',
    span: { start: 0, end: Math.min(1, document.source.length) },
    help: 'export the roadbook as OpenRally GPX',
  });
  return {
    format: 'gpx',
    roadbook: null,
    locate: () => null,
    diagnostics: [...document.diagnostics, missing],
  };
}
