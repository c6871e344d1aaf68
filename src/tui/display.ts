import { composed, slotsOf } from './compose.ts';
import type { Frame, Rect, Size } from './frame.ts';
import { canvas } from './graphics/canvas.ts';
import { difference } from './painter.ts';
import type { Picture } from './picture.ts';
import { type Modes, session, type Terminal, type TerminalOutput } from './terminal.ts';

/** Shows pictures on a terminal. */
export interface Display {
  /** Takes the terminal. */
  enter(): void;
  /** Gives it back as it was; does nothing when it was not taken. */
  leave(): void;
  /** There is no terminal any more: nothing is written to it again. */
  lost(): void;
  /** What the terminal shows is not what was painted last. */
  spoilt(): void;
  /** Shows the picture, and rings once if asked to. Does nothing while the terminal still swallows the last one. */
  show(picture: Picture, ring: boolean): void;
  /** Which note stands in a cell, counted from the one in hand; null where none does. */
  placeAt(picture: Picture, x: number, y: number): number | null;
}

const bell = '\x07';

/** The whole screen, painted cell by cell. */
export function screenDisplay(terminal: Terminal, modes: Modes): Display {
  const { output } = terminal;
  const { enter, leave, lost, write } = session(terminal, modes);
  const pictures = canvas();
  let shown: Frame | null = null;
  /** The frame that was shown before it: the next one is drawn into it. */
  let used: Frame | null = null;
  let waiting = false;
  output.on('drain', () => {
    waiting = false;
  });
  return {
    enter() {
      shown = null;
      pictures.forget();
      enter();
    },
    leave,
    lost,
    spoilt() {
      shown = null;
      pictures.forget();
    },
    show(picture, ring) {
      if (waiting) return;
      const { frame, placed } = composed(picture, sizeOf(output), used);
      pictures.wipe(shown, placed);
      const drawn = pictures.draw(placed, picture.graphics?.protocol ?? null);
      const bytes = difference(shown, frame) + drawn + (ring ? bell : '');
      used = shown;
      shown = frame;
      if (bytes !== '') waiting = !write(bytes);
    },
    placeAt(picture, x, y) {
      const hit = slotsOf(picture, sizeOf(output)).findLast(({ rect }) => isInside(rect, x, y));
      return hit?.place ?? null;
    },
  };
}

function isInside(rect: Rect, x: number, y: number): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/** A terminal that does not say is taken to be the classic size. */
export function sizeOf({ columns, rows }: TerminalOutput): Size {
  return { width: Math.max(1, columns || 80), height: Math.max(1, rows || 24) };
}
