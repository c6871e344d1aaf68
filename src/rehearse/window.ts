import type { StageNote } from '../stage/stage.ts';

export type Grade = 'early' | 'good' | 'late' | 'missed';

/** When a call is good: so many seconds before the note, at the speed of the moment. */
export interface Window {
  readonly latest: number;
  readonly earliest: number;
}

/**
 * No rule gives these: a call takes two or three seconds to say, a driver needs as long again to act on it, and forgets one
 * that comes much earlier than ten. Danger wants room to brake: 5 s from 120 km/h at the 4 m/s² of a loose track is 8 s.
 */
const usual: Window = { latest: 3, earliest: 12 };
const dangerous: Window = { latest: 5, earliest: 16 };

/** Slower than this nobody approaches, m/s: a car that stands has all the time there is. */
const slowest = 3;

export function windowOf({ danger, partial }: StageNote, metresASecond: number): Window {
  const { latest, earliest } = (danger ?? 0) >= 2 ? dangerous : usual;
  // Close behind another note there may be no time to call it earlier.
  const gap = partial / Math.max(slowest, metresASecond);
  return { latest: Math.min(latest, gap / 2), earliest };
}

export function secondsTo(metres: number, kmh: number | null): number {
  return metres / Math.max(slowest, (kmh ?? 0) / 3.6);
}

export function gradeOf(seconds: number, { latest, earliest }: Window): Exclude<Grade, 'missed'> {
  if (seconds > earliest) return 'early';
  return seconds < latest ? 'late' : 'good';
}
