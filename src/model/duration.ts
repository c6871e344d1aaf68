/**
 * Whole seconds from what people write: `3 s`, `15 min`, `1 h 30 min`, `0:15:00`, `PT1H30M` (ISO 8601), or a bare number
 * of seconds. Null when it is none of these.
 */
export function secondsFrom(text: string): number | null {
  const written = text.trim().toLowerCase().replaceAll(',', '.');
  if (/^\d+(\.\d+)?$/.test(written)) return Math.round(Number(written));
  const clock = /^(\d{1,3}):([0-5]?\d):([0-5]?\d)$/.exec(written);
  if (clock) return total(clock[1], clock[2], clock[3]);
  const words =
    /^(?:pt)?(?:([\d.]+)\s*(?:h|hours?))?\s*(?:([\d.]+)\s*(?:m|mins?|minutes?))?\s*(?:([\d.]+)\s*(?:s|secs?|seconds?))?$/.exec(
      written,
    );
  if (!words || words.slice(1).every((part) => part === undefined)) return null;
  return total(words[1], words[2], words[3]);
}

/** `1 h 30 min`, `90 min` never: the largest units first, none that is zero; `0 s` for nothing. */
export function durationText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length > 0 ? said.join(' ') : '0 s';
}

function total(hours = '0', minutes = '0', seconds = '0'): number | null {
  const sum = Math.round(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  return Number.isFinite(sum) ? sum : null;
}
