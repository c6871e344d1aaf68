/** `1 h 30 min`, `15 min`, `3 s`: hours, minutes and seconds, each with its unit, in this order. */
export const durationPattern =
  /^(?=\d)(?:(\d+(?:\.\d+)?) ?h(?: ?(?=\d)|$))?(?:(\d+(?:\.\d+)?) ?min(?: ?(?=\d)|$))?(?:(\d+(?:\.\d+)?) ?s)?$/;

/** Seconds of a duration as written, unrounded; null when it is none. */
export function secondsOf(text: string): number | null {
  const found = durationPattern.exec(text);
  if (!found) return null;
  const [, hours = 0, minutes = 0, seconds = 0] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** The shortest words for whole seconds: `90 s`, `15 min`, `1 h 30 min`. */
export function durationOf(seconds: number): string {
  if (seconds < 120 && seconds % 60 !== 0) return `${seconds} s`;
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return words.length === 0 ? '0 s' : words.join(' ');
}
