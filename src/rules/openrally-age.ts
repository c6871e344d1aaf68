import type { Roadbook } from '../model/roadbook.ts';

/** True if the roadbook came from an OpenRally older than this version, which had no word for what a rule asks. */
export function isOpenRallyBefore({ origin }: Roadbook, version: readonly [number, number, number]): boolean {
  const [, ...parts] = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(origin?.version ?? '') ?? [];
  if (origin?.format !== 'openrally' || parts.length === 0) return false;
  for (const [i, part] of version.entries()) {
    const own = Number(parts[i] ?? 0);
    if (own !== part) return own < part;
  }
  return false;
}
