import { complete, fieldName } from '../../model/complete.ts';
import { parseLenient } from '../../model/lenient.ts';
import type { Locate, Path, Reading } from '../../model/reading.ts';
import type { NoteDraft } from '../../model/roadbook.ts';
import { type Diagnostic, mostFindings, problem } from '../../text/diagnostic.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { limits } from '../limits.ts';
import { type Document, documentOf } from '../tree/document.ts';
import { jsonDocument } from '../tree/json.ts';
import { placeOf } from '../tree/node.ts';
import { parsePlainYaml } from '../tree/yaml-plain.ts';
import { readClean } from './clean.ts';
import { HeaderDocument, NoteDocument } from './document.ts';
import { headerDraft, noteDraft } from './draft.ts';
import { isCleanNote } from './guards.ts';
import { documentPath } from './places.ts';
import { holdsText } from './text-keys.ts';
import { badLines } from './track.ts';
import { twins } from './twins.ts';
import { readYamlTree } from './yaml-recover.ts';

export function readYaml(source: Source): Reading {
  const document = parsePlainYaml(source.text, holdsText) ?? documentOf(readYamlTree(source.text));
  return readClean('native', document) ?? readDocument('native', source, document);
}

export function readJson(source: Source): Reading {
  const document = jsonDocument(source.text);
  return readClean('json', document) ?? readDocument('json', source, document);
}

/** Header and each note are checked for themselves, so that one bad value takes nothing else along. */
export function readDocument(format: 'native' | 'json', source: Source, document: Document): Reading {
  const place: Locate = (path, part = 'value') => {
    const root = document.root();
    return root && placeOf(root, path, part);
  };
  const { value } = document;
  if (!isMapping(value)) {
    const diagnostics =
      document.diagnostics.length > 0 ? document.diagnostics : [notAMapping(value, place([]))];
    return { format, roadbook: null, locate: () => null, diagnostics };
  }
  const { notes: list, ...head } = value;
  const header = readHeader(head, place, source);
  const isDamaged = document.diagnostics.some(({ rule }) => rule === 'syntax');
  const items = isDamaged && list === undefined ? { notes: [], diagnostics: [] } : listOfNotes(list, place);
  const notes = readNotes(items.notes, place);
  const units = header.value.units ?? 'metric';
  const metres = 'fuelRange' in head || items.notes.some((item) => isMapping(item) && 'distance' in item);
  const draft = {
    ...headerDraft(header.value, metres),
    notes: notes.documents.map((note): NoteDraft => noteDraft(note, units)),
  };
  const locate: Locate = (path, part = 'value') => {
    const root = document.root();
    return root && placeOf(root, documentPath(path, root, notes.indexes), part);
  };
  const { roadbook, diagnostics } = complete(draft, locate);
  const found = [header, items, notes].flatMap((part) => part.diagnostics);
  return { format, roadbook, locate, diagnostics: [...document.diagnostics, ...found, ...diagnostics] };
}

function readHeader(
  head: Record<string, unknown>,
  place: Locate,
  source: Source,
): { value: HeaderDocument; diagnostics: Diagnostic[] } {
  const say = (path: Path) => fieldName(path, (index) => index + 1);
  const { value, diagnostics } = parseLenient(HeaderDocument, head, place, say);
  if (value === null) return { value: {}, diagnostics };
  diagnostics.push(...twins(value, [], place), ...twins(value.stage, ['stage'], place));
  if (typeof value.track === 'string') diagnostics.push(...badLines(value.track, place(['track']), source));
  return { value, diagnostics };
}

/** The notes that can be understood, and which item of the list each of them was. */
function readNotes(
  items: readonly unknown[],
  place: Locate,
): { documents: NoteDocument[]; indexes: number[]; diagnostics: Diagnostic[] } {
  const documents: NoteDocument[] = [];
  const indexes: number[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, item] of items.entries()) {
    const inNote: Locate = (path, part) => place(['notes', index, ...path], part);
    const note = isCleanNote(item) ? item : mendedNote(item, index, inNote, diagnostics);
    if (note === null) continue;
    if (diagnostics.length < mostFindings) diagnostics.push(...twins(note, [], inNote));
    documents.push(note);
    indexes.push(index);
  }
  return { documents, indexes, diagnostics };
}

/** What is left of a note when what is bad in it has been left out, and reported. */
function mendedNote(
  item: unknown,
  index: number,
  inNote: Locate,
  diagnostics: Diagnostic[],
): NoteDocument | null {
  const number = isMapping(item) && typeof item.number === 'number' ? item.number : index + 1;
  const say = (path: Path) => fieldName(['notes', index, ...path], () => number);
  const untold = mostFindings - diagnostics.length;
  const { value, diagnostics: found } = parseLenient(NoteDocument, item, inNote, say, untold);
  diagnostics.push(...found);
  return value;
}

function listOfNotes(list: unknown, place: Locate): { notes: readonly unknown[]; diagnostics: Diagnostic[] } {
  if (list === null) return { notes: [], diagnostics: [] };
  if (Array.isArray(list)) {
    const notes: readonly unknown[] = list;
    if (notes.length <= limits.notes) return { notes, diagnostics: [] };
    const found = tooMany(notes.length, place(['notes', limits.notes]));
    return { notes: notes.slice(0, limits.notes), diagnostics: [found] };
  }
  const help = 'write `notes:` and under it a list, with a dash before each note';
  const found =
    list === undefined
      ? problem('missing-value', { message: 'the roadbook has no `notes`', span: place([]), help })
      : problem('wrong-type', { message: '`notes` must be a list', span: place(['notes']), help });
  return { notes: [], diagnostics: [found] };
}

function tooMany(count: number, span: Span | null): Diagnostic {
  const message = `the roadbook has ${count} notes; the first ${limits.notes} are read`;
  return problem('too-many-notes', { message, span, help: 'split the roadbook by stage' });
}

function notAMapping(value: unknown, span: Span | null): Diagnostic {
  const help = 'a roadbook is a mapping: `roadbook: 1`, then `notes:` with a list under it';
  if (value === undefined || value === null) {
    return problem('empty-file', { message: 'there is nothing in the document', span, help });
  }
  const found = Array.isArray(value) ? 'a list' : `a single ${typeof value}`;
  return problem('not-a-roadbook', { message: `the document is ${found}, not a roadbook`, span, help });
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
