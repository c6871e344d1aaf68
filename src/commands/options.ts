import { InvalidArgumentError } from 'commander';
import { nearest } from '../text/nearest.ts';

/** Parses an option's value that must be one of `values`; a mistyped one gets the nearest. */
export function oneOf<T extends string>(values: readonly T[]): (given: string) => T {
  return (given) => {
    const found = values.find((value) => value === given);
    if (found !== undefined) return found;
    const near = nearest(given, values);
    const hint = near === null ? '' : ` Did you mean '${near}'?`;
    throw new InvalidArgumentError(`Use one of ${values.join(', ')}.${hint}`);
  };
}
