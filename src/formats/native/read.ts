import { complete, fieldName } from '../../model/complete.ts';
import { parseLenient } from '../../model/lenient.ts';
import type { Path, Reading } from '../../model/reading.ts';
import type { NoteDraft } from '../../model/roadbook.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { type Document, documentOf } from '../tree/document.ts';
import { jsonDocument } from '../tree/json.ts';
import { placeOf } from '../tree/node.ts';
import { HeaderDocument, NoteDocument } from './document.ts';
import { headerDraft, noteDraft } from './draft.ts';
import { documentPath } from './places.ts';
import { readYamlTree } from './yaml-recover.ts';

export function readYaml(source: Source): Reading {
  return readDocument('native', documentOf(readYamlTree(source.text)));
}

export function readJson(source: Source): Reading {
  return readDocument('json', jsonDocument(source.text));
}

/** Header and each note are checked for themselves, so that one bad value takes nothing else along. */
function readDocument(format: 'native' | 'json', document: Document): Reading {
  const diagnostics = [...document.diagnostics];
  const place = (path: Path, part: 'value' | 'key' = 'value'): Span | null => {
    const root = document.root();
    return root && placeOf(root, path, part);
  };
  const { value } = document;
  if (!isMapping(value)) {
    if (value !== undefined) diagnostics.push(notAMapping(value, place([])));
    return { format, roadbook: null, locate: () => null, diagnostics };
  }
  const { notes, ...head } = value;
  const header = parseLenient(HeaderDocument, head, place, (path) => fieldName(path, (i) => i + 1));
  diagnostics.push(...header.diagnostics);
  const items = listOfNotes(notes, place, diagnostics);
  const units = header.value?.units ?? 'metric';
  const kept: number[] = [];
  const drafts: NoteDraft[] = [];
  for (const [i, item] of items.entries()) {
    const note = checkedNote(item, i, place, diagnostics);
    if (note === null) continue;
    drafts.push(noteDraft(note, units));
    kept.push(i);
  }
  const metres = 'fuelRange' in head || items.some((item) => isMapping(item) && 'distance' in item);
  const draft = { ...headerDraft(header.value ?? {}, metres), notes: drafts };
  const locate = (path: Path, part: 'value' | 'key' = 'value'): Span | null => {
    const root = document.root();
    return (
      root &&
      placeOf(
        root,
        documentPath(path, root, (i) => kept[i] ?? i),
        part,
      )
    );
  };
  const completed = complete(draft, locate);
  diagnostics.push(...completed.diagnostics);
  return { format, roadbook: completed.roadbook, locate, diagnostics };
}

function checkedNote(
  item: unknown,
  index: number,
  place: (path: Path, part?: 'value' | 'key') => Span | null,
  diagnostics: Diagnostic[],
): NoteDocument | null {
  const parsed = NoteDocument.safeParse(item);
  if (parsed.success) return parsed.data;
  const number = isMapping(item) && typeof item.number === 'number' ? item.number : index + 1;
  const { value, diagnostics: found } = parseLenient(
    NoteDocument,
    item,
    (path, part) => place(['notes', index, ...path], part),
    (path) => fieldName(['notes', index, ...path], () => number),
  );
  diagnostics.push(...found);
  return value;
}

function listOfNotes(
  notes: unknown,
  place: (path: Path, part?: 'value' | 'key') => Span | null,
  diagnostics: Diagnostic[],
): readonly unknown[] {
  if (Array.isArray(notes)) return notes;
  if (notes === null) return [];
  const help = 'write `notes:` and under it a list, a dash before each note';
  diagnostics.push(
    notes === undefined
      ? problem('missing-value', { message: 'the roadbook has no `notes`', span: place([], 'key'), help })
      : problem('wrong-type', { message: '`notes` must be a list', span: place(['notes']), help }),
  );
  return [];
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAMapping(value: unknown, span: Span | null): Diagnostic {
  const found = Array.isArray(value) ? 'a list' : value === null ? 'empty' : `a single ${typeof value}`;
  return problem('not-a-roadbook', {
    message: `the document is ${found}, not a roadbook`,
    span,
    help: 'a roadbook is a mapping: `roadbook: 1`, then `notes:` with a list under it',
  });
}
