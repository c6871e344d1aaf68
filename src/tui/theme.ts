import type { WaypointType } from '../model/fields.ts';
import { bold, dim, ink, inverse, paper, plain, type Style, underline } from './style.ts';

/**
 * Looks by what they mean. The colours of notes are the sport's habit (FIA-style books, as the Tulip editor prints them):
 * danger red, close notes green, masked and visible waypoints cyan, safety light red, navigation magenta, control pale
 * yellow, checkpoint violet, speed zones orange, neutralisation and transfer yellow, CAP marked yellow. Nothing is said
 * by colour alone.
 */
export interface Theme {
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
  readonly key: Style;
  readonly overlay: Style;
  readonly waypoint: (type: WaypointType) => Style;
}

export type ThemeName = 'dark' | 'plain';

/** On a dark ground, in 256 colours. */
const dark: Theme = {
  text: plain,
  faint: ink(245),
  strong: bold,
  title: paper(236) | ink(252),
  far: bold | ink(255),
  ready: bold | ink(220),
  at: bold | ink(120),
  bar: ink(250),
  band: ink(220),
  badge: bold | ink(16) | paper(220),
  alarm: bold | ink(231) | paper(160),
  danger: bold | ink(203),
  symbol: ink(151),
  cap: bold | ink(227),
  limit: bold | ink(215),
  speedZone: ink(208),
  timedZone: ink(226),
  box: [paper(235), paper(237)],
  hand: bold | paper(240),
  close: [ink(231) | paper(28), ink(231) | paper(22)],
  extreme: bold | ink(231) | paper(124),
  good: ink(120),
  warning: ink(220),
  key: bold | ink(117),
  overlay: paper(234) | ink(252),
  waypoint: darkWaypoint,
};

function darkWaypoint(type: WaypointType): Style {
  switch (type) {
    case 'WPM':
    case 'WPV':
    case 'WPE':
      return bold | ink(16) | paper(159);
    case 'WPS':
      return bold | ink(16) | paper(217);
    case 'WPN':
      return bold | ink(16) | paper(207);
    case 'WPC':
    case 'WPP':
      return bold | ink(16) | paper(229);
    case 'CP':
    case 'TC':
      return bold | ink(231) | paper(97);
    case 'DZ':
    case 'FZ':
      return bold | ink(16) | paper(208);
    case 'DN':
    case 'FN':
    case 'DT':
    case 'FT':
      return bold | ink(16) | paper(226);
    case 'DSS':
    case 'ASS':
      return bold | inverse;
  }
}

/** Without colour: weight, underline and reversed cells alone. */
const colourless: Theme = {
  text: plain,
  faint: dim,
  strong: bold,
  title: inverse,
  far: bold,
  ready: bold,
  at: bold,
  bar: plain,
  band: plain,
  badge: bold | inverse,
  alarm: bold | inverse,
  danger: bold,
  symbol: plain,
  cap: bold,
  limit: bold,
  speedZone: bold,
  timedZone: bold,
  box: [plain, plain],
  hand: bold,
  close: [underline, underline],
  extreme: bold | inverse,
  good: plain,
  warning: bold,
  key: bold,
  overlay: plain,
  waypoint: () => bold | inverse,
};

export const themes: Readonly<Record<ThemeName, Theme>> = { dark, plain: colourless };
