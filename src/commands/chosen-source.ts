import { type SourceEntry, sources } from '../odometer/registry.ts';
import { oneOf } from './options.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenSource {
  readonly entry: SourceEntry;
  /** What follows the colon; empty if nothing does. */
  readonly argument: string;
}

/** `tcp:host:2000` is the source tcp and what it is to open. */
export function chosenSource(given: string): ChosenSource {
  const colon = given.indexOf(':');
  const name = colon === -1 ? given : given.slice(0, colon);
  const known = oneOf(sources.map((source) => source.name))(name);
  const entry = sources.find((source) => source.name === known);
  if (!entry) throw new UsageError(`no source '${name}'`);
  return { entry, argument: colon === -1 ? '' : given.slice(colon + 1) };
}
