import { complete, fieldName } from '../../model/complete.ts';
import { parseLenient } from '../../model/lenient.ts';
import type { Locate, Path, Reading } from '../../model/reading.ts';
import type { NoteDraft } from '../../model/roadbook.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import type { Source } from '../../text/source.ts';
import { limits, tooManyNotes } from '../limits.ts';
import { type Document, documentOf } from '../tree/document.ts';
import { jsonDocument } from '../tree/json.ts';
import { placeOf } from '../tree/node.ts';
import { headDraft, leftOfMeta, leftOfStage, Meta, StageHead, unitsOf } from './head.ts';
import { distanceOf, Instruction, noteOf, type OrbUnits, type Standing } from './instruction.ts';
import { cleanMapping, keptJson, leftOf } from './kept.ts';
import { documentPath } from './places.ts';
import { readOrbTree } from './recover.ts';
import { isMapping, type Row, rowsOf } from './rows.ts';

/** An OpenRoadBook document of either dialect, in YAML or as its JSON mirror. */
export function readOrb({ text }: Source): Reading {
  const document = /^\s*\{/.test(text) ? jsonDocument(text) : documentOf(readOrbTree(text));
  const diagnostics: Diagnostic[] = [...document.diagnostics];
  const place = placesOf(document);
  const { value } = document;
  if (!isMapping(value)) {
    if (diagnostics.length === 0) diagnostics.push(notAMapping(place));
    return { format: 'orb', roadbook: null, locate: () => null, diagnostics };
  }
  const { meta: metaValue, stages: _stages, entries: _entries, instructions: _instructions, ...rest } = value;
  const head = parseLenient(Meta, metaValue ?? {}, under(place, ['meta']), (path) => words('meta', path));
  const meta = head.value ?? {};
  const { rows, dialect, listed, first } = rowsOf(value);
  if (!listed) diagnostics.push(noRows(place));
  const tooMany = rows[limits.notes];
  if (tooMany) diagnostics.push(tooManyNotes(place(tooMany.path)));
  const read = rows.slice(0, limits.notes).flatMap((row, i) => readRow(row, i, place, diagnostics) ?? []);
  const notes = read.map((one, i) =>
    noteDraft(one, read[i + 1], {
      units: unitsOf(meta),
      role: dialect === 'entries' ? null : i === 0 ? 'start' : i === read.length - 1 ? 'finish' : null,
      first: i === 0,
    }),
  );
  const draft = {
    ...headDraft(meta, StageHead.safeParse(first?.value).data ?? {}),
    notes,
    kept: keptJson(cleanMapping({ ...rest, meta: leftOfMeta(meta) })),
    origin: { format: 'orb', version: dialect },
  };
  const locate: Locate = (path, part) =>
    place(
      documentPath(
        path,
        read.map(({ row }) => row),
        value,
      ),
      part,
    );
  const completed = complete(draft, locate);
  diagnostics.push(...head.diagnostics, ...completed.diagnostics);
  return { format: 'orb', roadbook: completed.roadbook, locate, diagnostics };
}

interface ReadRow {
  readonly row: Row;
  readonly instruction: Instruction;
  readonly stage: StageHead | null;
}

/** Null where nothing of the row can be understood. */
function readRow(row: Row, index: number, place: Locate, diagnostics: Diagnostic[]): ReadRow | null {
  const say = (path: Path) => fieldName(['notes', index, ...path], () => index + 1);
  const { value: instruction, diagnostics: found } = parseLenient(
    Instruction,
    row.value,
    under(place, row.path),
    say,
  );
  diagnostics.push(...found);
  if (instruction === null) return null;
  if (row.stage === null) return { row, instruction, stage: null };
  const { path } = row.stage;
  const { trunk: _t, instructions: _i, entries: _e, ...head } = row.stage.value;
  const stage = parseLenient(StageHead, head, under(place, path), (inner) => words('stage', inner));
  diagnostics.push(...stage.diagnostics);
  if (Array.isArray(head.branches)) diagnostics.push(branchesKept(place([...path, 'branches'], 'key')));
  return { row, instruction, stage: stage.value };
}

function noteDraft(
  { row, instruction, stage }: ReadRow,
  next: ReadRow | undefined,
  { units, role, first }: { units: OrbUnits; role: Standing['role']; first: boolean },
): NoteDraft {
  const distance = next ? distanceOf(next.instruction) : null;
  const standing: Standing = { units, role, stageEnds: row.stageEnds, next: distance };
  const left = cleanMapping({
    instruction: leftOf(instruction, standing),
    stage: stage && leftOfStage(stage, first),
  });
  return { ...noteOf(instruction, standing), kept: keptJson(left) };
}

function placesOf(document: Document): Locate {
  return (path, part = 'value') => {
    const root = document.root();
    return root && placeOf(root, path, part);
  };
}

function under(place: Locate, base: Path): Locate {
  return (path, part) => place([...base, ...path], part);
}

function words(what: string, path: Path): string {
  return [what, ...path.filter((step) => typeof step === 'string')].join(' ');
}

function notAMapping(place: Locate): Diagnostic {
  return problem('not-a-roadbook', {
    message: 'the document is no mapping, and so no OpenRoadBook',
    span: place([]),
    help: 'it has `meta:` and `stages:` or `entries:`',
  });
}

function noRows(place: Locate): Diagnostic {
  return problem('missing-value', {
    message: 'the document has no instructions',
    span: place([]),
    help: 'write them as a list under `stages:`, `trunk:`, `instructions:`, or under `entries:`',
  });
}

function branchesKept(span: Diagnostic['span']): Diagnostic {
  return problem('format-deviation', {
    message: 'the branches of a stage are kept, but only its main route is read',
    span,
  });
}
