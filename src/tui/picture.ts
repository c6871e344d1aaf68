import { formatDistance, metresPerYard, speedFromKmh, type Units } from '../model/units.ts';
import type { State } from '../nav/state.ts';
import type { View } from '../nav/view.ts';
import type { Stage } from '../stage/stage.ts';
import type { Annotations } from './annotations.ts';
import type { Line, Rect, Size } from './frame.ts';
import type { Graphics } from './graphics/protocol.ts';
import type { Look } from './look.ts';
import type { Ui } from './ui.ts';

/** All that a frame shows. */
export interface Picture {
  readonly stage: Stage;
  readonly state: State;
  readonly view: View;
  readonly ui: Ui;
  /** What the crew wrote on notes. */
  readonly own: Annotations;
  readonly look: Look;
  /** The keys of a rehearsal, which take the place of the odometer's; null while driving. */
  readonly drill: readonly KeyHint[] | null;
  /** How the terminal takes pictures; null where characters must do. */
  readonly graphics: Graphics | null;
  /** Where the wheel counts come from, and how fast its time passes; null where nobody here sets that. */
  readonly source: { readonly name: string; readonly rate: number | null; readonly ended: boolean };
}

/** A key and what it does, in a word or two. */
export type KeyHint = readonly [key: string, what: string];

/** Draws a part of the screen: pure, and given no more cells than it may fill. */
export type Draw = (picture: Picture, size: Size) => readonly Line[];

/** A place that was found for a part of the picture. */
export interface Slot {
  readonly rect: Rect;
  readonly draw: Draw;
  /** Which note stands in it, counted from the one in hand; null for what is no note. */
  readonly place: number | null;
  /** Whether a terminal that shows pictures is sent one for it. */
  readonly pictured: boolean;
}

/** A distance to go, as a co-driver calls it: metres in tens below a kilometre, else kilometres; miles always. */
export function toGo(metres: number, units: Units): { figure: string; unit: string } {
  if (units === 'imperial') return { figure: formatDistance(metres, units), unit: 'mi' };
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1000) return { figure: String(tens), unit: 'm' };
  return { figure: formatDistance(metres, units), unit: 'km' };
}

export function toGoText(metres: number, units: Units): string {
  const { figure, unit } = toGo(metres, units);
  return `${figure} ${unit}`;
}

/** An uncertainty or correction, metres rounded: `12 m`, in imperial yards. */
export function shortDistance(metres: number, units: Units): string {
  return units === 'metric' ? `${Math.round(metres)} m` : `${Math.round(metres / metresPerYard)} yd`;
}

export function speedText(kmh: number, units: Units): string {
  return String(Math.round(speedFromKmh(kmh, units)));
}

export function speedUnit(units: Units): string {
  return units === 'metric' ? 'km/h' : 'mph';
}

/** `14:32`, and `1:02:03` from an hour on; a started second counts. */
export function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
