import type { Effect } from '../../src/nav/effect.ts';
import { composed, loadLayouts } from '../../src/tui/compose.ts';
import type { Frame, Size } from '../../src/tui/frame.ts';
import { lookOf } from '../../src/tui/look.ts';
import type { Picture } from '../../src/tui/picture.ts';
import { press } from '../../src/tui/press.ts';
import type { ThemeName } from '../../src/tui/theme.ts';
import { firstUi, heard, type Ui, type ViewName } from '../../src/tui/ui.ts';
import { sayingOf } from '../../src/tui/words.ts';
import { Crew, stageOf } from '../support/drive.ts';

await loadLayouts();

/** An invented stage with one of everything that the cockpit shows. */
export const stage = stageOf(
  [
    {
      distance: 0,
      waypoints: [{ type: 'DSS', open: 1000, clear: 200 }],
      cap: 92,
      text: 'P, FPP',
      tulip: turn(0),
    },
    {
      distance: 420,
      danger: 2,
      cap: 168,
      text: 'R between dunes, oued',
      symbols: ['dunes', 'small-wadi'],
      tulip: turn(75, -20),
    },
    {
      distance: 660,
      cap: 7,
      averageCap: 12,
      text: 'L on small track, kpR of the cairn and follow the old fence until the dry well; several tracks run beside each other',
      symbols: ['cairn', 'fence', 'well'],
      tulip: turn(-45, 30, 90),
    },
    {
      distance: 1240,
      waypoints: [{ type: 'WPM', name: '12', open: 800, clear: 90 }],
      text: 'Été à Zagora – FPP',
    },
    {
      distance: 1800,
      waypoints: [{ type: 'DZ', clear: 90 }],
      limitKmh: 50,
      text: 'Village, children',
      symbols: ['village'],
    },
    { distance: 2450, waypoints: [{ type: 'FZ', clear: 90 }], text: 'End of village', tulip: turn(-10) },
    {
      distance: 2900,
      danger: 3,
      waypoints: [{ type: 'WPS', name: '13', open: 1000, clear: 30 }],
      text: 'Broken dune! Stop before the crest, go right',
      tulip: turn(30),
    },
    {
      distance: 3300,
      waypoints: [{ type: 'DN', seconds: 900 }],
      services: ['fuel'],
      stopSeconds: 3,
      change: 'MODIF',
      text: 'Neutralisation',
    },
    { distance: 3500, waypoints: [{ type: 'FN' }], reset: 0, text: 'Restart' },
    {
      distance: 700,
      danger: 1,
      waypoints: [{ type: 'WPN', name: '14' }],
      cap: 350,
      text: '沙漠 HP, CAP to the pass',
    },
    { distance: 1500, waypoints: [{ type: 'ASS' }], text: 'Finish' },
  ],
  { stage: { number: '2', name: 'Oued Tafrelt – Hassi Oumrane' } },
);

function turn(angle: number, ...others: number[]) {
  return { entry: {}, exit: { angle }, roads: others.map((road) => ({ angle: road })) };
}

/** A drive up to a moment, and what lies over the picture then. */
type Moment = () => { readonly crew: Crew; readonly ui: Ui; readonly rate: number };

function at(
  metres: number,
  acts: (crew: Crew) => void = () => {},
  keys: readonly string[] = [],
  kmh = 90,
): ReturnType<Moment> {
  const crew = new Crew(stage);
  crew.drive(metres, { kmh });
  acts(crew);
  let ui = heard(firstUi, sayings(crew.told));
  for (const key of keys) ui = press(ui, key, { stage, ...where(crew) }).ui;
  const doubted = crew.told.find((effect) => effect.effect === 'note-doubted');
  if (doubted) ui = { ...ui, overlay: { kind: 'doubted', ...doubted } };
  return { crew, ui, rate: 1 };
}

function where({ state, view: { hand, total } }: Crew) {
  return { look: state.look, hand, total, own, finished: false, rehearsed: false };
}

/** What the crew wrote on it. */
const own = new Map([
  [1, { text: 'lift here, blind crest', marked: true }],
  [5, { text: null, marked: true }],
]);

function sayings(told: readonly Effect[]) {
  return told.flatMap((effect) => sayingOf(effect, stage) ?? []);
}

export const moments = {
  start: () => at(0),
  near: () => at(180),
  at: () =>
    at(2, (crew) => {
      crew.act({ type: 'confirm', note: 0 });
      crew.drive(405);
    }),
  'long leg': () => at(1250, (crew) => crew.act({ type: 'confirm', note: 3 })),
  'over the limit': () => at(2050),
  'frozen in reverse': () =>
    at(900, (crew) => {
      crew.act({ type: 'freeze' });
      crew.act({ type: 'reverse' });
    }),
  'looking ahead': () => at(700, (crew) => crew.act({ type: 'scroll', by: 3 })),
  'looking back': () => at(700, (crew) => crew.act({ type: 'scroll', by: -2 })),
  neutralised: () => at(3320, (crew) => crew.wait(68_000)),
  'after the reset': () => at(3620),
  doubted: () => at(1500, (crew) => crew.act({ type: 'confirm', note: 6 })),
  'no note fits': () =>
    at(1500, (crew) => {
      crew.act({ type: 'confirm', note: 3, sure: true });
      crew.drive(250);
      crew.act({ type: 'confirm', note: 8 });
    }),
  'lost beyond the note': () =>
    at(300, (crew) => {
      crew.act({ type: 'lost', on: true });
      crew.drive(900);
    }),
  help: () => at(300, () => {}, ['?']),
  quit: () => at(300, () => {}, ['q']),
  'setting the total': () => at(300, () => {}, ['s', '1', ',', '2', '3']),
  calibrating: () => at(300, () => {}, ['c']),
  'partial to 0': () => at(300, () => {}, ['t']),
  palette: () => at(300, () => {}, [':', 'd', 'a', 'n', 'down']),
  'own words': () => at(300, () => {}, ['a', ...Array.from('!')]),
  paused: () => ({ ...at(180), rate: 0 }),
  finish: () => at(5000),
} as const satisfies Record<string, Moment>;

export type MomentName = keyof typeof moments;

export function pictureOf(
  moment: MomentName,
  { theme = 'night', ascii = false, view = 'cockpit', remote = false }: Appearance = {},
): Picture {
  const { crew, ui, rate } = moments[moment]();
  return {
    stage,
    state: crew.state,
    view: crew.view,
    ui: { ...ui, theme, view, remote },
    own,
    graphics: null,
    drill: null,
    look: lookOf(theme, ascii),
    source: { name: 'simulated, 90 km/h', rate, ended: crew.view.finished },
  };
}

export interface Appearance {
  readonly theme?: ThemeName;
  readonly ascii?: boolean;
  readonly view?: ViewName;
  readonly remote?: boolean;
}

export function frameOf(moment: MomentName, size: Size, appearance?: Appearance): Frame {
  return composed(pictureOf(moment, appearance), size).frame;
}
