/** What the crew wrote beside a note, and whether they marked it. */
export interface Annotation {
  readonly text: string | null;
  readonly marked: boolean;
}

/** By index of `Stage.notes`; a note without an entry has nothing of the crew's. */
export type Annotations = ReadonlyMap<number, Annotation>;

const nothing: Annotation = { text: null, marked: false };

export function annotationOf(own: Annotations, note: number): Annotation {
  return own.get(note) ?? nothing;
}

/** The annotations with one changed; an empty one is taken away. */
export function annotated(own: Annotations, note: number, change: Partial<Annotation>): Annotations {
  const after = new Map(own);
  const annotation = { ...annotationOf(own, note), ...change };
  if (annotation.text === null && !annotation.marked) after.delete(note);
  else after.set(note, annotation);
  return after;
}
