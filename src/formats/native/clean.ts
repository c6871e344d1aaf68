import { completeClean } from '../../model/complete-clean.ts';
import type { Locate, Reading } from '../../model/reading.ts';
import type { Source } from '../../text/source.ts';
import { limits } from '../limits.ts';
import type { Document } from '../tree/document.ts';
import { cleanJson } from '../tree/json-clean.ts';
import { placeOf } from '../tree/node.ts';
import { parsePlainYaml } from '../tree/yaml-plain.ts';
import type { NoteDocument } from './document.ts';
import { headerDraft, noteDraft } from './draft.ts';
import { isCleanHeader, isCleanNote } from './guards.ts';
import { documentPath } from './places.ts';
import { holdsText } from './text-keys.ts';
import { isTrackText } from './track.ts';
import { hasTwins } from './twins.ts';

/** The reading of a text in which nothing is wrong or unusual; null for any other, which read.ts reads. */
export function readCleanYaml({ text }: Source): Reading | null {
  const document = parsePlainYaml(text, holdsText);
  return document && readClean('native', document);
}

export function readCleanJson({ text }: Source): Reading | null {
  const document = cleanJson(text);
  return document && readClean('json', document);
}

/** The same for a document: no schema is asked, and no place is looked for. */
export function readClean(format: string, { value, root, diagnostics }: Document): Reading | null {
  if (diagnostics.length > 0 || typeof value !== 'object' || value === null || !('notes' in value))
    return null;
  const { notes: list, ...header } = value;
  const notes = cleanNotes(list);
  if (notes === null || !isCleanHeader(header) || hasTwins(header) || hasTwins(header.stage)) return null;
  if (typeof header.track === 'string' && !isTrackText(header.track)) return null;
  const units = header.units ?? 'metric';
  const metres = 'fuelRange' in header || notes.some((note) => 'distance' in note);
  const roadbook = completeClean({
    ...headerDraft(header, metres),
    notes: notes.map((note) => noteDraft(note, units)),
  });
  if (roadbook === null) return null;
  const indexes = notes.map((_, index) => index);
  const locate: Locate = (path, part = 'value') => {
    const tree = root();
    return tree && placeOf(tree, documentPath(path, tree, indexes), part);
  };
  return { format, roadbook, locate, diagnostics: [] };
}

function cleanNotes(list: unknown): readonly NoteDocument[] | null {
  if (!Array.isArray(list) || list.length > limits.notes) return null;
  const notes: readonly unknown[] = list;
  return notes.every(isCleanNote) && !notes.some(hasTwins) ? notes : null;
}
