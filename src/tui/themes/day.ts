import { bold, ink, paper, plain } from '../style.ts';
import type { Theme } from '../theme.ts';

const ground = paper(231) | ink(16);
const light = (colour: number) => bold | ink(16) | paper(colour);
const dark = (colour: number) => bold | ink(231) | paper(colour);

/** Paper in the sun: black on white, as the printed book; colours dark enough to be read on it. */
export const day: Theme = {
  ground,
  text: plain,
  faint: ink(238),
  strong: bold,
  title: ink(231) | paper(236),
  far: bold,
  ready: bold | ink(94),
  at: bold | ink(22),
  bar: ink(238),
  band: ink(166),
  badge: light(220),
  alarm: dark(160),
  danger: bold | ink(124),
  symbol: ink(23),
  cap: light(227),
  limit: bold | ink(94),
  speedZone: ink(202),
  timedZone: ink(178),
  box: [ink(16) | paper(254), ink(16) | paper(252)],
  hand: light(250),
  close: [ink(16) | paper(157), ink(16) | paper(151)],
  extreme: dark(124),
  good: ink(22),
  warning: ink(88),
  mark: ink(16) | paper(228),
  key: bold | ink(25),
  overlay: ink(16) | paper(255),
  waypoints: {
    section: dark(16),
    masked: light(123),
    safety: light(217),
    navigation: light(213),
    control: light(229),
    check: dark(97),
    speed: light(214),
    time: light(226),
  },
};
