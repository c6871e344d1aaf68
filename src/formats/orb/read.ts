import { complete, fieldName } from '../../model/complete.ts';
import { parseLenient } from '../../model/lenient.ts';
import type { Locate, Path, Reading } from '../../model/reading.ts';
import type { NoteDraft } from '../../model/roadbook.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Source } from '../../text/source.ts';
import { limits, tooManyNotes } from '../limits.ts';
import { type Document, documentOf } from '../tree/document.ts';
import { jsonDocument } from '../tree/json.ts';
import { placeOf } from '../tree/node.ts';
import { metaAsMeant, type Odd, rowAsMeant } from './as-meant.ts';
import { headDraft, isDay, leftOfMeta, leftOfStage, Meta, StageHead, unitsOf } from './head.ts';
import { distanceOf, Instruction, noteOf, type OrbUnits, type Standing } from './instruction.ts';
import { cleanMapping, keptJson, leftOf } from './kept.ts';
import { documentPath } from './places.ts';
import { readOrbTree } from './recover.ts';
import { isMapping, type Row, rowsOf } from './rows.ts';
import { oddTulip, unknownTulip } from './tulip.ts';

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
  const meantMeta = metaAsMeant(metaValue ?? {});
  const head = parseLenient(Meta, meantMeta.meta, under(place, ['meta']), (path) => words('meta', path));
  const meta = head.value ?? {};
  const units = unitsOf(meta);
  const odd: (Odd & { where?: string })[] = [...meantMeta.odd];
  const { rows, dialect, listed, lost, first } = rowsOf(value);
  if (!listed && lost.length === 0) diagnostics.push(noRows(place));
  for (const { path, must } of lost) diagnostics.push(noList(path, must, place));
  const tooMany = rows[limits.notes];
  if (tooMany) diagnostics.push(tooManyNotes(place(tooMany.path)));
  const read = rows.slice(0, limits.notes).flatMap((row, i) => {
    const meant = rowAsMeant(row.value, units);
    const one = readRow({ ...row, value: meant.row }, i, place, diagnostics);
    const found = [...meant.odd, ...(one ? oddTulip(one.instruction) : [])];
    const where = `note ${i + 1}: `;
    odd.push(...found.map((each) => ({ ...each, where, path: [...row.path, ...each.path] })));
    return one ?? [];
  });
  const notes = read.map((one, i) =>
    noteDraft(one, read[i + 1], {
      units,
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
  diagnostics.push(
    ...head.diagnostics,
    ...unreadDate(meta.date, place),
    ...oddities(odd, place),
    ...completed.diagnostics,
  );
  return { format: 'orb', roadbook: completed.roadbook, locate, diagnostics };
}

interface ReadRow {
  readonly row: Row;
  readonly instruction: Instruction;
  readonly stage: StageHead | null;
}

/** Null where nothing of the row can be understood. */
function readRow(row: Row, index: number, place: Locate, diagnostics: Diagnostic[]): ReadRow | null {
  const hasTulip = isMapping(row.value) && row.value.tulip !== undefined && row.value.tulip !== null;
  const say = (path: Path) => fieldName(['notes', index, ...path], () => index + 1);
  const { value: instruction, diagnostics: found } = parseLenient(
    Instruction,
    row.value,
    under(place, row.path),
    say,
  );
  diagnostics.push(...found);
  if (instruction === null) return null;
  // A tulip that was refused is no “straight on”, which is what none at all means.
  if (hasTulip && (instruction.tulip ?? null) === null) instruction.tulip = unknownTulip;
  if (row.stage === null) return { row, instruction, stage: null };
  const { path } = row.stage;
  const { trunk: _t, instructions: _i, entries: _e, ...head } = row.stage.value;
  const stage = parseLenient(StageHead, head, under(place, path), (inner) => words('stage', inner));
  diagnostics.push(...stage.diagnostics);
  if (Array.isArray(head.branches)) diagnostics.push(branchesKept(place([...path, 'branches'], 'key')));
  return { row, instruction, stage: stage.value };
}

/** What is not as the draft has it: once for each key, at its first place, with how many more there are. */
function oddities(odd: readonly (Odd & { where?: string })[], place: Locate): Diagnostic[] {
  const kinds = new Map<string, { first: (typeof odd)[number]; count: number }>();
  for (const one of odd) {
    const before = kinds.get(one.key);
    if (before) before.count++;
    else kinds.set(one.key, { first: one, count: 1 });
  }
  return [...kinds.values()].map(({ first: { key, path, what, where = '' }, count }) => {
    const more = count === 1 ? '' : ` (and ${count - 1} more like it)`;
    const message = `${where}${forTerminal(key)} ${forTerminal(what.slice(0, 120))}${more}`;
    return problem('format-deviation', { message, span: place(path) });
  });
}

function unreadDate(date: string | null | undefined, place: Locate): Diagnostic[] {
  if (typeof date !== 'string' || date === '' || isDay(date)) return [];
  const message = `meta date cannot be “${forTerminal(date.slice(0, 40))}”: it is kept, and not read`;
  const help = 'write a day of the calendar as 2026-10-12';
  return [problem('bad-date', { message, span: place(['meta', 'date']), help })];
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

function noList(path: Path, must: string, place: Locate): Diagnostic {
  const message = `${words('', path).trim()} must be ${must}: what stands there is not read`;
  return problem('wrong-type', { message, span: place(path) });
}

function branchesKept(span: Diagnostic['span']): Diagnostic {
  return problem('format-deviation', {
    message: 'the branches of a stage are kept, but only its main route is read',
    span,
  });
}
