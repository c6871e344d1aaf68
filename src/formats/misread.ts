import type { Locate, Path } from '../model/reading.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import { embedded, isMapping } from './foreign.ts';

/** A value of a file beside what its reader made of it; null where it made nothing. */
export interface Misread {
  readonly path: Path;
  readonly raw: unknown;
  readonly read: number | null;
}

/**
 * The pieces of foreign.ts take anything and are silent. Here is what they had to leave out, or took for a number although it
 * is written otherwise (`1,5`, `800 m`): every value of `raw` that its counterpart in `read` does not have.
 */
export function misreadIn(raw: unknown, read: unknown, path: Path): Misread[] {
  return isAsWritten(raw, read) ? [] : found(raw, read, path);
}

/** Nearly always, and told without building a path. */
function isAsWritten(raw: unknown, read: unknown): boolean {
  if (raw === read || raw === undefined || raw === null || read === undefined) return true;
  if (read === null) return isNothing(raw);
  if (typeof read === 'number') return isPlainNumber(raw) || isNothing(raw);
  if (typeof read !== 'object') return true;
  if (Array.isArray(read)) return Array.isArray(raw) || read.length > 0 || isNothing(raw);
  if (!isMapping(raw) || !isMapping(read)) return isNothing(raw);
  for (const key in read) if (!isAsWritten(raw[key], read[key])) return false;
  return true;
}

function found(raw: unknown, read: unknown, path: Path): Misread[] {
  if (isAsWritten(raw, read)) return [];
  if (typeof read === 'number') return [{ path, raw, read }];
  const whole = isMapping(read) ? embedded(raw) : null;
  if (whole === null || !isMapping(read)) return [{ path, raw, read: null }];
  return Object.entries(read).flatMap(([key, inner]) => found(whole[key], inner, [...path, key]));
}

function isPlainNumber(raw: unknown): boolean {
  return typeof raw !== 'string' || Number.isFinite(Number(raw));
}

/** What programs write where there is nothing. */
function isNothing(raw: unknown): boolean {
  if (raw === undefined || raw === null || raw === false) return true;
  if (typeof raw === 'string') return raw.trim() === '';
  return typeof raw === 'object' && Object.keys(raw).length === 0;
}

/** One finding for each key, at its first place, with how many more there are. `say` names the thing at a path: `row 3`. */
export function misreadDiagnostics(
  found: readonly Misread[],
  say: (path: Path) => string,
  locate: Locate,
): Diagnostic[] {
  const kinds = new Map<string, Misread[]>();
  for (const one of found) {
    const kind = `${one.read === null} ${keyOf(one.path)}`;
    const same = kinds.get(kind);
    if (same) same.push(one);
    else kinds.set(kind, [one]);
  }
  return [...kinds.values()].flatMap((same) => {
    const [first, next] = same;
    if (first === undefined) return [];
    const { path, raw, read } = first;
    const what = `${say(path)}: ${forTerminal(keyOf(path))}`;
    const more = same.length === 1 ? '' : ` (and ${same.length - 1} more like it)`;
    const notes = next === undefined ? [] : [{ message: 'the next one', span: locate(next.path) }];
    const span = locate(path);
    if (read === null) {
      const message = `${what} cannot be ${shown(raw)}${more}`;
      return problem('wrong-type', {
        message,
        span,
        notes,
        help: 'it is left out: nothing was read from it',
      });
    }
    const message = `${what} is written ${shown(raw)}, and taken as ${read}${more}`;
    return problem('format-deviation', {
      message,
      span,
      notes,
      help: 'write the number alone, with a point',
    });
  });
}

function keyOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? 'the file');
}

function shown(raw: unknown): string {
  if (typeof raw === 'string') return `“${forTerminal(raw.length > 40 ? `${raw.slice(0, 40)}…` : raw)}”`;
  if (typeof raw !== 'object') return String(raw);
  return Array.isArray(raw) ? 'a list' : 'a mapping';
}
