import type { Edit } from './diagnostic.ts';

/** Applies edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: written } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(at, span.start), written);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

/** True if the two would change the same text; edits that only touch do too, as their order would matter. */
export function collide(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
