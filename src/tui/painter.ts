import { isSimple } from '../text/cells.ts';
import type { Frame } from './frame.ts';
import { plain, type Style, transition } from './style.ts';

// DEC private mode 2026: the terminal shows what lies between in one piece; one that does not know it ignores it.
const begin = '\x1b[?2026h';
const end = '\x1b[?2026l';

/** So few unchanged cells are cheaper written again than jumped over. */
const shortJump = 3;

/** Where the terminal's pen is while a difference is written. `x` is null when it is not known. */
interface Pen {
  x: number | null;
  y: number;
  style: Style;
  out: string;
}

/**
 * What must be written so that a terminal that shows `before` shows `after`: the changed spans alone. With null, or with
 * a frame of another size, everything is written, row by row over what stands there; nothing is ever cleared, so that no
 * terminal has a reason to keep a copy in its scrollback. Empty when nothing changed.
 */
export function difference(before: Frame | null, after: Frame): string {
  const same = before !== null && before.width === after.width && before.height === after.height;
  const pen: Pen = { x: null, y: 0, style: plain, out: '' };
  for (let y = 0; y < after.height; y++) row(pen, same ? before : null, after, y);
  if (pen.out === '') return '';
  return `${begin}${same ? '' : '\x1b[m'}${pen.out}${transition(pen.style, plain)}${end}`;
}

function row(pen: Pen, before: Frame | null, after: Frame, y: number): void {
  const first = y * after.width;
  const ink = inked(after, y);
  const stop = before === null ? ink : Math.max(ink, inked(before, y));
  const changed = (x: number) =>
    before === null ||
    before.text[first + x] !== after.text[first + x] ||
    before.style[first + x] !== after.style[first + x];
  for (let x = 0; x < ink; x++) {
    if (!changed(x) && !(after.text[first + x + 1] === '' && changed(x + 1))) continue;
    const lead = after.text[first + x] === '' ? x - 1 : x;
    move(pen, after, lead, y);
    write(pen, after, lead, y);
    if (after.text[first + lead + 1] === '') x = lead + 1;
  }
  let x = ink;
  while (x < stop && !changed(x)) x++;
  if (before !== null && x >= stop) return;
  if (ink === after.width) return;
  // Behind the last ink the row is blank: erase to its end.
  move(pen, after, before === null ? ink : x, y);
  pen.out += `${transition(pen.style, plain)}\x1b[K`;
  pen.style = plain;
}

/** Cells of a row up to the last that is not blank. */
function inked(frame: Frame, y: number): number {
  const first = y * frame.width;
  let x = frame.width;
  while (x > 0 && frame.text[first + x - 1] === ' ' && frame.style[first + x - 1] === plain) x--;
  return x;
}

function move(pen: Pen, frame: Frame, x: number, y: number): void {
  if (pen.x === x && pen.y === y) return;
  const gap = pen.x !== null && pen.y === y ? x - pen.x : -1;
  if (pen.x !== null && gap > 0 && gap <= shortJump && oneStyle(frame, pen.x, x, y, pen.style)) {
    for (let i = pen.x; i < x; i++) write(pen, frame, i, y);
    return;
  }
  pen.out += gap > 0 ? `\x1b[${gap === 1 ? '' : gap}C` : `\x1b[${y + 1};${x + 1}H`;
  pen.x = x;
  pen.y = y;
}

function oneStyle(frame: Frame, from: number, to: number, y: number, style: Style): boolean {
  for (let x = from; x < to; x++) {
    if (frame.style[y * frame.width + x] !== style || frame.text[y * frame.width + x] === '') return false;
  }
  return frame.text[y * frame.width + to] !== '';
}

function write(pen: Pen, frame: Frame, x: number, y: number): void {
  const at = y * frame.width + x;
  const style = frame.style[at] ?? plain;
  const wide = frame.text[at + 1] === '' && x + 1 < frame.width;
  pen.out += `${transition(pen.style, style)}${frame.text[at]}`;
  pen.style = style;
  const next = x + (wide ? 2 : 1);
  // In the last column, and behind wide characters and emoji, terminals differ about where the pen is.
  pen.x = next < frame.width && isSimple(frame.text[at] ?? '') ? next : null;
  pen.y = y;
}
