import { completeClean } from '../../model/complete-clean.ts';
import type { Reading } from '../../model/reading.ts';
import type { Source } from '../../text/source.ts';
import { finish } from './finish.ts';
import { gpxDocument } from './read.ts';

/** The reading of GPX of which no schema need be asked, whatever else is to be said of it; null for any other: see format.ts. */
export function readCleanGpx(source: Source): Reading | null {
  const document = gpxDocument(source);
  if (!document.isGpx) return null;
  const { format, draft, locate, diagnostics } = finish(document);
  const roadbook = completeClean(draft);
  return roadbook && { format, roadbook, locate, diagnostics };
}
