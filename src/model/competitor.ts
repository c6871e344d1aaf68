import type { Note, Roadbook } from './roadbook.ts';

/** A roadbook as crews may have it, and in words what was taken out. */
export interface CompetitorEdition {
  readonly roadbook: Roadbook;
  readonly removed: readonly string[];
}

/**
 * Takes out what is the organiser's: coordinates (but where a note says that its own may be shown), the track, remarks, what
 * was kept of the source file, and where the roadbook was read from. The fingerprint stays the same.
 */
export function competitorEdition(roadbook: Roadbook): CompetitorEdition {
  const points = (roadbook.track ?? []).reduce((sum, segment) => sum + segment.length, 0);
  const { notes } = roadbook;
  const hidden = notes.filter(({ at, showAt }) => at !== null && !showAt).length;
  const shown = notes.filter(({ at, showAt }) => at !== null && showAt).length;
  const remarks = notes.filter(({ remark }) => remark !== null).length;
  const kept = notes.filter((note) => note.kept.length > 0).length + (roadbook.kept.length > 0 ? 1 : 0);
  const removed = [
    hidden > 0 &&
      `the coordinates of ${counted(hidden, 'note')}${shown > 0 ? ` (${shown} may be shown and stay)` : ''}`,
    points > 0 && `the track of ${counted(points, 'point')}`,
    remarks > 0 && `the organiser’s remarks at ${counted(remarks, 'note')}`,
    kept > 0 && `fields of the source file in ${counted(kept, 'place')}`,
    roadbook.origin !== null && 'where it was read from',
  ].filter((what) => what !== false);
  return {
    roadbook: {
      ...roadbook,
      edition: 'competitor',
      notes: notes.map(forCrews),
      track: null,
      origin: null,
      kept: [],
    },
    removed,
  };
}

/** A note as crews may have it. */
function forCrews(note: Note): Note {
  return { ...note, at: note.showAt ? note.at : null, remark: null, kept: [] };
}

function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
