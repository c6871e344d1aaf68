import type * as z from 'zod';
import type { Path } from './reading.ts';

type RawIssue = z.core.$ZodIssue;
type Located<T> = T extends unknown ? Omit<T, 'path'> & { readonly path: Path } : never;

/** Nothing that may stand here fits: the words and the kinds of value that would. */
export interface Misfit {
  readonly code: 'misfit';
  readonly path: Path;
  readonly input: unknown;
  readonly values: readonly (string | number)[];
  /** zod's names: `object`, `array`, `number`, … */
  readonly kinds: readonly string[];
}

export type Issue = Located<Exclude<RawIssue, z.core.$ZodIssueInvalidUnion>> | Misfit;

/**
 * What is wrong inside the one form of a union that the value is meant for: a waypoint mapping with a bad radius is a bad
 * radius, not "neither a word nor a mapping". Several issues where that form has several; a misfit where no form is meant.
 */
export function settle(issue: RawIssue, above: Path = []): Issue[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code !== 'invalid_union') return [{ ...issue, path }];
  const forms = issue.errors.map((errors) => errors.flatMap((one) => settle(one, path)));
  const [best] = forms.filter((form) => form.length > 0).sort((a, b) => misses(a, path) - misses(b, path));
  if (best && misses(best, path) < otherKind) return best;
  const atRoot = forms.flat();
  return [
    {
      code: 'misfit',
      path,
      input: issue.input,
      values: atRoot.flatMap((one) => valuesOf(one)),
      kinds: [...new Set(atRoot.flatMap((one) => kindsOf(one)))],
    },
  ];
}

const otherKind = 1e6;

/** How far a value is from a form: of another kind, else the number of things wrong with it. */
function misses(form: readonly Issue[], path: Path): number {
  const isOther = form.some(
    ({ code, path: at }) =>
      at.length === path.length && (code === 'invalid_type' || code === 'invalid_value' || code === 'misfit'),
  );
  return isOther ? otherKind : form.length;
}

function valuesOf(issue: Issue): (string | number)[] {
  if (issue.code === 'misfit') return [...issue.values];
  if (issue.code !== 'invalid_value') return [];
  return issue.values.filter((value) => typeof value === 'string' || typeof value === 'number');
}

function kindsOf(issue: Issue): readonly string[] {
  if (issue.code === 'misfit') return issue.kinds;
  return issue.code === 'invalid_type' ? [issue.expected] : [];
}
