import { bold, ink, paper, plain, underline } from '../style.ts';
import type { Theme } from '../theme.ts';

const ground = paper(16) | ink(231);
const white = bold | ink(16) | paper(231);
const yellow = bold | ink(16) | paper(226);

/** White and yellow on black and their reverse, nothing between: at least 15 to 1 everywhere (WCAG asks for 7). */
export const contrast: Theme = {
  ground,
  text: plain,
  faint: plain,
  strong: bold,
  // No block of white: the figures under it are one.
  title: bold | underline | ground,
  far: bold,
  ready: bold | ink(226),
  at: bold | ink(226),
  bar: plain,
  band: ink(226),
  badge: yellow,
  alarm: yellow,
  danger: yellow,
  symbol: plain,
  cap: bold | ink(226),
  limit: bold | ink(226),
  speedZone: ink(226),
  timedZone: plain,
  box: [ground, ground],
  hand: white,
  close: [underline | ground, underline | ground],
  extreme: yellow,
  good: plain,
  warning: yellow,
  mark: yellow,
  key: bold | ink(226),
  overlay: ground,
  waypoints: {
    section: white,
    masked: white,
    safety: yellow,
    navigation: white,
    control: white,
    check: white,
    speed: yellow,
    time: yellow,
  },
};
