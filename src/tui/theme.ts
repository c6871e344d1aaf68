import type { WaypointType } from '../model/fields.ts';
import type { Style } from './style.ts';
import { contrast } from './themes/contrast.ts';
import { day } from './themes/day.ts';
import { night } from './themes/night.ts';
import { colourless } from './themes/plain.ts';

/**
 * Looks by what they mean. The colours of notes are the sport's habit (FIA-style books, as the Tulip editor prints them):
 * danger red, close notes green, masked and visible waypoints cyan, safety light red, navigation magenta, control pale
 * yellow, checkpoint violet, speed zones orange, neutralisation and transfer yellow, CAP marked yellow. Nothing is said
 * by colour alone.
 */
export interface Theme {
  /** Under everything; plain is the terminal's own ground. */
  readonly ground: Style;
  readonly text: Style;
  readonly faint: Style;
  readonly strong: Style;
  readonly title: Style;
  /** The big figures, by phase. */
  readonly far: Style;
  readonly ready: Style;
  readonly at: Style;
  readonly bar: Style;
  readonly band: Style;
  readonly badge: Style;
  readonly alarm: Style;
  readonly danger: Style;
  /** Landmarks in a tulip. */
  readonly symbol: Style;
  readonly cap: Style;
  readonly limit: Style;
  /** Side bars of zones. */
  readonly speedZone: Style;
  readonly timedZone: Style;
  /** Distance boxes of notes by turns, of the one in hand, where the following note is close, of extreme danger. */
  readonly box: readonly [Style, Style];
  readonly hand: Style;
  readonly close: readonly [Style, Style];
  readonly extreme: Style;
  readonly good: Style;
  readonly warning: Style;
  /** What the crew wrote or marked itself. */
  readonly mark: Style;
  readonly key: Style;
  readonly overlay: Style;
  readonly waypoints: WaypointLooks;
}

/** Waypoints by what they ask of the crew. */
export interface WaypointLooks {
  readonly section: Style;
  readonly masked: Style;
  readonly safety: Style;
  readonly navigation: Style;
  readonly control: Style;
  readonly check: Style;
  readonly speed: Style;
  readonly time: Style;
}

/** In the order in which a key goes through them. Without colours there is `plain` alone. */
export const themeNames = ['night', 'day', 'contrast', 'plain'] as const;
export type ThemeName = (typeof themeNames)[number];

export const themes: Readonly<Record<ThemeName, Theme>> = { night, day, contrast, plain: colourless };

const kinds: Readonly<Record<WaypointType, keyof WaypointLooks>> = {
  WPM: 'masked',
  WPV: 'masked',
  WPE: 'masked',
  WPS: 'safety',
  WPN: 'navigation',
  WPC: 'control',
  WPP: 'control',
  CP: 'check',
  TC: 'check',
  DZ: 'speed',
  FZ: 'speed',
  DN: 'time',
  FN: 'time',
  DT: 'time',
  FT: 'time',
  DSS: 'section',
  ASS: 'section',
};

export function waypointStyle(theme: Theme, type: WaypointType): Style {
  return theme.waypoints[kinds[type]];
}
