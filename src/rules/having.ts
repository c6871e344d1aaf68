import type { Note } from '../model/roadbook.ts';

interface Indexed {
  readonly index: number;
  readonly note: Note;
}

type Field =
  | 'name'
  | 'waypoints'
  | 'limitKmh'
  | 'cap'
  | 'averageCap'
  | 'danger'
  | 'tulip'
  | 'text'
  | 'reset'
  | 'remark';

/** The notes that have something in a field, by the field. */
export type Having = Readonly<Record<Field, readonly Indexed[]>>;

/** One way through the notes for the many rules that are about a few of them. */
export function havingOf(notes: readonly Note[]): Having {
  const having: Record<Field, Indexed[]> = {
    name: [],
    waypoints: [],
    limitKmh: [],
    cap: [],
    averageCap: [],
    danger: [],
    tulip: [],
    text: [],
    reset: [],
    remark: [],
  };
  notes.forEach((note, index) => {
    const one = { index, note };
    if (note.name !== null) having.name.push(one);
    if (note.waypoints.length > 0) having.waypoints.push(one);
    if (note.limitKmh !== null) having.limitKmh.push(one);
    if (note.cap !== null) having.cap.push(one);
    if (note.averageCap !== null) having.averageCap.push(one);
    if (note.danger !== null) having.danger.push(one);
    if (note.tulip !== null) having.tulip.push(one);
    if (note.text !== null) having.text.push(one);
    if (note.reset !== null) having.reset.push(one);
    if (note.remark !== null) having.remark.push(one);
  });
  return having;
}
