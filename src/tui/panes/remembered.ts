import type { Line, Size } from '../frame.ts';
import type { Draw, Picture } from '../picture.ts';

/**
 * A pane that seldom changes: the same lines again, until its size or one of its subject's values is another. `draw` is given nothing
 * but the subject, so that there is nothing else it could depend on. No more is kept than stands on the screen.
 */
export function remembered<Subject extends object>(
  subjectOf: (picture: Picture) => Subject,
  draw: (subject: Subject, size: Size) => readonly Line[],
): Draw {
  let last: { readonly size: Size; readonly subject: Subject; readonly lines: readonly Line[] } | null = null;
  return (picture, size) => {
    const subject = subjectOf(picture);
    if (last === null || !isSame(last.size, size) || !isSame(last.subject, subject)) {
      last = { size, subject, lines: draw(subject, size) };
    }
    return last.lines;
  };
}

function isSame<Values extends object>(a: Values, b: Values): boolean {
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
}
