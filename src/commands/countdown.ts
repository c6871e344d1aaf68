import type { Manifest } from '../seal/manifest.ts';

const minute = 60_000;

/** How long until the release, by this machine's clock: `in 12:31`, `in 2 d 03:12:31`, or `00:12 ago` when it has passed. */
export function countdown({ notBefore }: Pick<Manifest, 'notBefore'>, now: number): string {
  const left = Date.parse(notBefore) - now;
  return left > 0 ? `in ${duration(left + 999)}` : `${duration(-left)} ago`;
}

function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const days = Math.floor(seconds / 86_400);
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  const hours = Math.floor((seconds % 86_400) / 3600);
  if (days > 0) return `${days} d ${two(hours)}:${clock}`;
  return hours > 0 ? `${two(hours)}:${clock}` : clock;
}

/**
 * What is to be said of a clock that cannot be right; null when nothing. It is said only: no file opens later or sooner
 * for it.
 */
export function clockRemark(
  { sealed, notBefore }: Pick<Manifest, 'sealed' | 'notBefore'>,
  now: number,
): string | null {
  const early = Date.parse(sealed) - now;
  if (early > minute)
    return `this machine’s clock is wrong: it says ${iso(now)}, before the file was sealed (${sealed}); do not trust the countdown`;
  const late = now - Date.parse(notBefore);
  if (late > 366 * 24 * 60 * minute)
    return `this machine’s clock may be wrong: it says ${iso(now)}, more than a year after the release (${notBefore})`;
  return null;
}

/**
 * Watches a clock against one that nobody can set: gives the seconds by which it was moved since the last call, once for
 * each move of two seconds or more; else 0.
 */
export function clockWatch(): (wall: number, steady: number) => number {
  let difference: number | null = null;
  return (wall, steady) => {
    const before: number = difference ?? wall - steady;
    difference = wall - steady;
    const moved = Math.round((difference - before) / 1000);
    return Math.abs(moved) >= 2 ? moved : 0;
  };
}

function iso(time: number): string {
  return Number.isFinite(time) && Math.abs(time) < 8.64e15
    ? new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
    : 'no date at all';
}
