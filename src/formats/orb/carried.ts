import { expectedPartial } from '../../model/complete-clean.ts';
import type { Note, NoteDraft, Roadbook } from '../../model/roadbook.ts';
import { same } from '../../text/same.ts';
import { type Carriage, type FieldTable, partialFromTotals } from '../carries.ts';
import { rowAsMeant } from './as-meant.ts';
import { composeMeta, composeRow, extraOf, plain, stageAt } from './compose.ts';
import { leftOfMeta, leftOfStage, Meta, placeholder, StageHead } from './head.ts';
import { distanceOf, Instruction, noteOf, type OrbUnits, type Standing } from './instruction.ts';
import { cleanMapping, keptJson, leftOf } from './kept.ts';
import type { Dialect } from './rows.ts';

/** What a dialect carries. Where it depends on the value, the reader itself is asked what it makes of the written row. */
export function orbCarries(dialect: Dialect): FieldTable {
  const again = rememberingReader(dialect);
  const inPart = (how: string, field: (note: Note | NoteDraft) => unknown): Carriage<Note> => ({
    how,
    loses: (note, { roadbook, index }) => !same(field(again(roadbook, index)), field(note)),
  });
  return {
    roadbook: {
      event: {
        how: `all but “${placeholder.title}”, which stands for none`,
        loses: ({ event }) => event === placeholder.title,
      },
      'stage-number': {
        how: `all but “${placeholder.stageId}”, which stands for none`,
        loses: ({ stage }) => stage.number === '' || stage.number === placeholder.stageId,
      },
      'stage-name': {
        how: `all but “${placeholder.stageName}”, which stands for none`,
        loses: ({ stage }) => stage.name === '' || stage.name === placeholder.stageName,
      },
      date: true,
      start: false,
      release: false,
      units: true,
      edition: false,
      description: true,
      total: false,
      'fuel-range': false,
      track: false,
      kept: {
        how: 'what was read from the same format',
        loses: (roadbook) => !same(keptAgain(roadbook, dialect), roadbook.kept),
      },
    },
    note: {
      number: true,
      name: true,
      distance: true,
      partial: {
        how: partialHow,
        loses: (note, { roadbook, index }) => {
          const before = roadbook.notes[index - 1];
          const reset = before ? (again(roadbook, index - 1).reset ?? null) : null;
          return note.partial !== expectedPartial(before && { ...before, reset }, note);
        },
      },
      at: true,
      elevation: false,
      'show-at': false,
      waypoint: true,
      'waypoint-name': false,
      open: false,
      clear: false,
      time: false,
      limit: true,
      cap: inPart('360 as 0', (note) => note.cap),
      'average-cap': false,
      danger: inPart('unless a symbol says a higher one', (note) => note.danger),
      tulip: inPart('the nearest of its symbols and a drawing', (note) => note.tulip),
      'tulip-picture': inPart('SVG alone', (note) => note.pictures?.tulip),
      'text-picture': false,
      text: true,
      symbols: inPart('but for names that its own symbols have', (note) => note.symbols),
      stop: false,
      reset: inPart('to 0, where the distance drops behind it', (note) => note.reset),
      services: true,
      surface: false,
      change: true,
      remark: false,
      kept: inPart('what was read from the same format', (note) => note.kept),
    },
  };
}

const partialHow = typeof partialFromTotals === 'object' ? partialFromTotals.how : '';
const units: OrbUnits = { distance: 'km', heading: 'deg', speed: 'kmh' };

/** Gives what the reader makes of the row that is written for a note; each field asks, and one answer does for all. */
function rememberingReader(dialect: Dialect): (roadbook: Roadbook, index: number) => NoteDraft {
  const read = new WeakMap<Note, NoteDraft>();
  return (roadbook, index) => {
    const note = roadbook.notes[index];
    const known = note && read.get(note);
    if (known) return known;
    const draft = readAgain(roadbook, index, dialect);
    if (note) read.set(note, draft);
    return draft;
  };
}

function readAgain(roadbook: Roadbook, index: number, dialect: Dialect): NoteDraft {
  const instruction = rowAgain(roadbook, index, dialect);
  const next = roadbook.notes[index + 1] && rowAgain(roadbook, index + 1, dialect);
  const last = index === roadbook.notes.length - 1;
  const standing: Standing = {
    units,
    role: dialect === 'entries' ? null : index === 0 ? 'start' : last ? 'finish' : null,
    stageEnds: !last && stageAt(roadbook, index + 1) !== null,
    next: next ? distanceOf(next) : null,
  };
  const stage = stageAt(roadbook, index);
  const left = cleanMapping({
    instruction: leftOf(instruction, standing),
    stage: stage && leftOfStage(StageHead.parse(plain(stage)), index === 0),
  });
  return { ...noteOf(instruction, standing), kept: keptJson(left) };
}

function rowAgain(roadbook: Roadbook, index: number, dialect: Dialect): Instruction {
  const note = roadbook.notes[index];
  const row = note && plain(composeRow(note, { roadbook, index, dialect }));
  return Instruction.parse(rowAsMeant(row ?? {}, units).row);
}

function keptAgain(roadbook: Roadbook, dialect: Dialect) {
  const meta = Meta.parse(plain(composeMeta(roadbook, dialect)));
  return keptJson(cleanMapping({ ...extraOf(roadbook), meta: leftOfMeta(meta) }));
}
