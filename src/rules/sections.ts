import type { Note } from '../model/roadbook.ts';
import type { Mark } from '../model/zones.ts';

/** A start (DSS) or finish (ASS) of a selective section. */
export interface SectionMark extends Mark {
  readonly type: 'DSS' | 'ASS';
}

export interface Sections {
  /** In order of the notes; at one note, a finish before a start. */
  readonly marks: readonly SectionMark[];
  /** True between a DSS and the next ASS, both included. Without marks everywhere, unless time controls show a liaison. */
  readonly isSelective: (note: number) => boolean;
}

export function pairSections(notes: readonly Note[]): Sections {
  let isTimed = false;
  const marks: SectionMark[] = [];
  let open = false;
  const at = (note: number, type: SectionMark['type']) => {
    const waypoint = notes[note]?.waypoints.findIndex((w) => w.type === type) ?? -1;
    if (waypoint !== -1) marks.push({ note, waypoint, type });
    return waypoint !== -1;
  };
  for (let index = 0; index < notes.length; index++) {
    const waypoints = notes[index]?.waypoints ?? [];
    if (waypoints.length === 0) continue;
    isTimed ||= waypoints.some(({ type }) => type === 'TC');
    const order: readonly SectionMark['type'][] = open ? ['ASS', 'DSS'] : ['DSS', 'ASS'];
    for (const type of order) if (at(index, type)) open = type === 'DSS';
  }
  return { marks, isSelective: (note) => (marks.length === 0 ? !isTimed : isSelective(marks, note)) };
}

function isSelective(marks: readonly SectionMark[], note: number): boolean {
  const before = marks.findLast((mark) => mark.note <= note);
  if (!before) return marks[0]?.type === 'ASS';
  return before.type === 'DSS' || before.note === note;
}
