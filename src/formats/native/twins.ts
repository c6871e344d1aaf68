import type { Locate, Path } from '../../model/reading.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';

/** Names for the same thing; the first of two that are given counts. */
const names: readonly (readonly [string, string])[] = [
  ['km', 'mi'],
  ['km', 'distance'],
  ['mi', 'distance'],
  ['limit', 'limitKmh'],
  ['average-cap', 'averageCap'],
  ['show-at', 'showAt'],
  ['stop', 'stopSeconds'],
  ['fuel-range', 'fuelRange'],
  ['release', 'releaseMinutes'],
];

/** Each pair of keys in the mapping at `path` that say the same thing twice. */
export function twins(mapping: object | null | undefined, path: Path, place: Locate): Diagnostic[] {
  if (!mapping) return [];
  const found: Diagnostic[] = [];
  for (const [first, second] of names) {
    if (has(mapping, second) && has(mapping, first)) {
      found.push(
        problem('duplicate-key', {
          message: `“${second}” says the same as “${first}”, which counts`,
          span: place([...path, second], 'key'),
          notes: [{ message: 'given here', span: place([...path, first], 'key') }],
          help: `leave “${second}” out`,
        }),
      );
    }
  }
  return found;
}

/** Whether there is such a pair. */
export function hasTwins(mapping: object | null | undefined): boolean {
  if (!mapping) return false;
  for (const [first, second] of names) if (has(mapping, second) && has(mapping, first)) return true;
  return false;
}

function has(mapping: object, key: string): boolean {
  const value: unknown = Reflect.get(mapping, key);
  return value !== null && value !== undefined;
}
