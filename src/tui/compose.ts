import { blank, cut, type Frame, put, type Size } from './frame.ts';
import { opening } from './opening.ts';
import { overlaySize } from './panes/overlay.ts';
import type { Picture, Slot } from './picture.ts';
import type { ViewName } from './ui.ts';

/** So many layouts are kept: an overlay opened and closed, a window dragged to and fro. */
const kept = 32;
const layouts = new Map<string, readonly Slot[]>();

type LayOut = (size: Size, over: Size, view: ViewName) => readonly Slot[];
let layOut: LayOut | null = null;

/** Loads Ink, which lays the screen out. React and Yoga cost as much as all the rest of a start: the first frame goes without. */
export async function loadLayouts(): Promise<void> {
  const { layOutScreen } = await import('./screen.tsx');
  layOut = layOutScreen;
}

/** Where everything stands on a screen of this size. */
export function slotsOf(picture: Picture, size: Size): readonly Slot[] {
  if (layOut === null) return opening(size);
  const over = overlaySize(picture, size);
  const key = `${picture.ui.view} ${size.width}x${size.height}+${over.width}x${over.height}`;
  const known = layouts.get(key);
  if (known) return known;
  const slots = layOut(size, over, picture.ui.view);
  const oldest = layouts.keys().next();
  if (layouts.size >= kept && !oldest.done) layouts.delete(oldest.value);
  layouts.set(key, slots);
  return slots;
}

/** The whole screen at one moment. Pure but for the layouts it remembers. */
export function compose(picture: Picture, size: Size): Frame {
  const { theme, marks } = picture.look;
  const frame = blank(size, theme.ground);
  for (const { rect, draw } of slotsOf(picture, size)) {
    const lines = draw(picture, rect);
    put(
      frame,
      rect,
      lines.map((line) => cut(line, rect.width, marks.more)),
      theme.ground,
    );
  }
  return frame;
}
