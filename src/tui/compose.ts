import type { Roadbook } from '../model/roadbook.ts';
import { blank, cut, type Frame, put, type Rect, type Size } from './frame.ts';
import type { Placed } from './graphics/canvas.ts';
import { sketchOf } from './graphics/sketch.ts';
import { opening } from './opening.ts';
import { overlaySize } from './panes/overlay.ts';
import type { Picture, Slot } from './picture.ts';
import type { ViewName } from './ui.ts';

/** So many layouts are kept: an overlay opened and closed, a window dragged to and fro. */
const kept = 32;
const layouts = new Map<string, readonly Slot[]>();

type LayOut = (size: Size, over: Size, view: ViewName, isBare: boolean) => readonly Slot[];
let layOut: LayOut | null = null;

/** Loads Ink, which lays the screen out. React and Yoga cost as much as all the rest of a start: the first frame goes without. */
export async function loadLayouts(): Promise<void> {
  const { layOutScreen } = await import('./screen.tsx');
  layOut = layOutScreen;
}

const bare = new WeakMap<Roadbook, boolean>();

/** A book of words alone, as a spreadsheet is: the room of tulips is theirs. */
function hasNoTulips(roadbook: Roadbook): boolean {
  const known = bare.get(roadbook);
  if (known !== undefined) return known;
  const found = roadbook.notes.every(({ tulip, pictures }) => tulip === null && pictures.tulip === null);
  bare.set(roadbook, found);
  return found;
}

/** Where everything stands on a screen of this size. */
export function slotsOf(picture: Picture, size: Size): readonly Slot[] {
  const isBare = hasNoTulips(picture.stage.roadbook);
  if (layOut === null) return opening(size, isBare);
  const over = overlaySize(picture, size);
  const key = `${picture.ui.view} ${isBare} ${size.width}x${size.height}+${over.width}x${over.height}`;
  const known = layouts.get(key);
  if (known) return known;
  const slots = layOut(size, over, picture.ui.view, isBare);
  const oldest = layouts.keys().next();
  if (layouts.size >= kept && !oldest.done) layouts.delete(oldest.value);
  layouts.set(key, slots);
  return slots;
}

/**
 * The whole screen at one moment, and the pictures that stand in it. `used` is a frame that nobody needs any more: it may become this
 * one. Pure but for that and the layouts it remembers.
 */
export function composed(
  picture: Picture,
  size: Size,
  used: Frame | null = null,
): { readonly frame: Frame; readonly placed: Placed[] } {
  const { theme, marks } = picture.look;
  const frame = blank(size, theme.ground, used);
  const placed: Placed[] = [];
  const slots = slotsOf(picture, size);
  for (const [i, { rect, draw, place, pictured }] of slots.entries()) {
    const sketch = pictured && place !== null ? sketchOf(picture, place, rect) : null;
    // What lies over a picture could not be read: there the tulip is drawn in characters.
    if (sketch !== null && !slots.slice(i + 1).some((later) => overlap(later.rect, rect))) {
      placed.push({ rect, sketch });
      continue;
    }
    const lines = draw(picture, rect);
    put(
      frame,
      rect,
      lines.map((line) => cut(line, rect.width, marks.more)),
      theme.ground,
    );
  }
  return { frame, placed };
}

function overlap(a: Rect, b: Rect): boolean {
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return across && a.y < b.y + b.height && b.y < a.y + a.height;
}
