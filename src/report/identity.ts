import { fnv1a64 } from '../text/fnv.ts';
import type { CheckedFile } from './report.ts';

const noteNumber = /\bnote \d+\b/g;

/**
 * Names for the findings of a file, one each, that stay when lines move or a note is put in before: 16 hex digits over the
 * file, the rule, the message without the numbers of notes, and how many alike came before. FNV-1a, against mix-ups and not
 * against forgery.
 */
export function identitiesOf({ file, diagnostics }: CheckedFile): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, message }) => {
    const key = JSON.stringify([file.replaceAll('\\', '/'), rule, message.replace(noteNumber, 'note')]);
    const alike = seen.get(key) ?? 0;
    seen.set(key, alike + 1);
    return fnv1a64(`${key}${alike}`);
  });
}
