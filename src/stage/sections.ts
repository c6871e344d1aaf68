import type { LaidNote, Section } from './stage.ts';

/**
 * Splits the stage at DSS and ASS: liaison, selective section, liaison. A stage without either is one section, selective
 * unless a time control says that it is timed as a liaison.
 */
export function resolveSections(notes: readonly LaidNote[], length: number): Section[] {
  const first = notes[0];
  if (!first) return [];
  const sections: Section[] = [];
  const has = (type: string) => notes.some((n) => n.note.waypoints.some((w) => w.type === type));
  let kind: Section['kind'] = has('DSS') || has('TC') ? 'liaison' : 'selective';
  let start = first;
  const close = (last: LaidNote) => {
    if (last.index === start.index) return;
    sections.push({
      kind,
      from: start.at,
      to: last.at,
      firstNote: start.index,
      lastNote: last.index,
      secondsAllowed: allowed(start),
    });
    start = last;
  };
  for (const stop of notes) {
    const types = stop.note.waypoints.map((w) => w.type);
    if (types.includes('DSS')) {
      close(stop);
      kind = 'selective';
    } else if (types.includes('ASS')) {
      close(stop);
      kind = 'liaison';
    } else if (types.includes('TC') && kind === 'liaison') {
      close(stop);
    }
    // The section begins at this note even when nothing lies before it.
    if (types.some((t) => t === 'DSS' || t === 'ASS')) start = stop;
  }
  const last = notes.at(-1);
  if (last) close(last);
  return sections.length > 0 ? sections : [whole(notes, kind, length)];
}

function whole(notes: readonly LaidNote[], kind: Section['kind'], length: number): Section {
  return { kind, from: 0, to: length, firstNote: 0, lastNote: notes.length - 1, secondsAllowed: null };
}

function allowed(stop: LaidNote): number | null {
  return stop.note.waypoints.find((w) => w.type === 'TC')?.seconds ?? null;
}
