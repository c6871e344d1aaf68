import { blank, cut, type Frame, put, type Size } from './frame.ts';
import { layOut, type Slot } from './layout.tsx';
import { overlaySize } from './panes/overlay.ts';
import type { Picture } from './picture.ts';
import { Screen } from './screen.tsx';

/** So many layouts are kept: an overlay opened and closed, a window dragged to and fro. */
const kept = 32;
const layouts = new Map<string, readonly Slot[]>();

function layoutFor(size: Size, over: Size): readonly Slot[] {
  const key = `${size.width}x${size.height}+${over.width}x${over.height}`;
  const known = layouts.get(key);
  if (known) return known;
  const slots = layOut(<Screen size={size} over={over} />, size.width);
  const oldest = layouts.keys().next();
  if (layouts.size >= kept && !oldest.done) layouts.delete(oldest.value);
  layouts.set(key, slots);
  return slots;
}

/** The whole screen at one moment. Pure but for the layouts it remembers. */
export function compose(picture: Picture, size: Size): Frame {
  const frame = blank(size);
  for (const { rect, draw } of layoutFor(size, overlaySize(picture, size))) {
    const lines = draw(picture, rect);
    put(
      frame,
      rect,
      lines.map((line) => cut(line, rect.width, picture.look.marks.more)),
    );
  }
  return frame;
}
