import { bold, dim, inverse, plain, underline } from '../style.ts';
import type { Theme } from '../theme.ts';

const reversed = bold | inverse;

/** Without colour: weight, underline and reversed cells alone. */
export const colourless: Theme = {
  ground: plain,
  text: plain,
  faint: dim,
  strong: bold,
  title: inverse,
  far: bold,
  ready: bold,
  at: bold,
  bar: plain,
  band: plain,
  badge: reversed,
  alarm: reversed,
  danger: bold,
  symbol: plain,
  cap: bold,
  limit: bold,
  speedZone: bold,
  timedZone: bold,
  box: [plain, plain],
  hand: bold,
  close: [underline, underline],
  extreme: reversed,
  good: plain,
  warning: bold,
  mark: underline,
  key: bold,
  overlay: plain,
  waypoints: {
    section: reversed,
    masked: reversed,
    safety: reversed,
    navigation: reversed,
    control: reversed,
    check: reversed,
    speed: reversed,
    time: reversed,
  },
};
