import type { Fit } from '../nav/fits.ts';
import type { ActAtOnce } from './keys.ts';
import type { ThemeName } from './theme.ts';
import type { Saying } from './words.ts';

/** Ways to look at the stage, in the order in which a key goes through them. */
export const viewNames = ['cockpit', 'list', 'note', 'overview'] as const;
export type ViewName = (typeof viewNames)[number];

/** What lies over the picture and takes the keys. */
export type Overlay =
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  /** A confirmation that the distance speaks against; `fits`: where it may be instead, best first. */
  | {
      readonly kind: 'doubted';
      readonly note: number;
      readonly off: number;
      readonly fits: readonly Fit[];
    }
  /** Where are we? Best first. */
  | { readonly kind: 'lost'; readonly fits: readonly Fit[] }
  /** A distance is being typed. */
  | { readonly kind: 'ask'; readonly about: 'set' | 'calibrate'; readonly typed: string }
  /** A key that takes a reading away is asked about once. */
  | { readonly kind: 'sure'; readonly key: string; readonly act: ActAtOnce }
  /** The palette: acts by what is typed of their names, and which of them is chosen. */
  | { readonly kind: 'palette'; readonly typed: string; readonly chosen: number }
  /** Words of the crew's own to a note. */
  | { readonly kind: 'write'; readonly note: number; readonly typed: string };

/** What the screen remembers that the navigator does not. */
export interface Ui {
  readonly overlay: Overlay | null;
  /** What was said, newest first. */
  readonly said: readonly Saying[];
  readonly view: ViewName;
  readonly theme: ThemeName;
  /** Six keys act and no other: for a remote on the bar, or gloves. */
  readonly remote: boolean;
}

export const firstUi: Ui = {
  overlay: null,
  said: [],
  view: 'cockpit',
  theme: 'night',
  remote: false,
};

/** So many lines are kept; the tallest screen shows them all. */
const kept = 12;

export function heard(ui: Ui, sayings: readonly Saying[]): Ui {
  if (sayings.length === 0) return ui;
  return { ...ui, said: [...[...sayings].reverse(), ...ui.said].slice(0, kept) };
}
