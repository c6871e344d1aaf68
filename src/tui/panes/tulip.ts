import type { Tulip } from '../../model/tulip.ts';
import { wrapped } from '../../text/cells.ts';
import { type Cell, tulipCells } from '../../tulip/cells.ts';
import { type Line, type Size, span } from '../frame.ts';
import type { Look } from '../look.ts';
import type { Draw } from '../picture.ts';
import type { Style } from '../style.ts';
import { pictured } from './pictured.ts';

/** In fewer rows a drawing is a blot. */
const leastRows = 3;

/** The junction as the page draws it. */
export function tulip(place: number): Draw {
  return ({ stage, view, look }, size) => {
    const stop = stage.notes[view.hand + place];
    if (!stop || size.width < 1 || size.height < 1) return [];
    const { note } = stop;
    if (note.tulip) return size.height < leastRows ? arrow(note.tulip, look) : drawn(note.tulip, size, look);
    if (note.pictures.tulip === null) return [];
    return pictured(note.pictures.tulip, size, look) ?? undrawn(note.pictures.tulip, size, look);
  };
}

/** Says plainly that the page has a picture that a terminal cannot be shown: the crew must not take the note for straight on. */
function undrawn(picture: string, { width, height }: Size, { theme }: Look): Line[] {
  const what = /^(data:image\/svg|\s*<)/.test(picture) ? 'SVG image, not drawn' : 'image, not readable';
  const rows = wrapped(what, width).slice(0, height);
  return rows.map((row): Line => [span(row, theme.warning)]);
}

/** Drawings are kept as long as their tulip: a frame asks for the same ones again and again. */
const drawings = new WeakMap<Tulip, Map<string, readonly Line[]>>();

function drawn(tulip: Tulip, { width, height }: Size, look: Look): readonly Line[] {
  const known = drawings.get(tulip) ?? new Map<string, readonly Line[]>();
  drawings.set(tulip, known);
  const key = `${width}x${height} ${look.name}`;
  const before = known.get(key);
  if (before) return before;
  const cells = tulipCells(tulip, {
    columns: width,
    rows: height,
    alphabet: look.ascii ? 'ascii' : 'braille',
  });
  const lines = cells.map((row) => runs(row, look));
  if (known.size > 8) known.clear();
  known.set(key, lines);
  return lines;
}

/** A row of cells, neighbours of one look together. */
function runs(row: readonly Cell[], look: Look): Line {
  const spans: { text: string; style: Style }[] = [];
  for (const { char, style: role } of row) {
    const style = styleOf(role, look);
    const last = spans.at(-1);
    if (last && (last.style === style || char === ' ')) last.text += char;
    else spans.push({ text: char, style });
  }
  return spans;
}

/** From so many degrees on a way bends, as its words say too. */
const leastBend = 10;
const arrows = ['↑', '↗', '→', '↘', '↓', '↙', '←', '↖'];
const asciiArrows = ['^', '/', '>', '\\', 'v', '/', '<', '\\'];

/** Where the way goes on, where there is no room to draw it. */
function arrow({ exit }: Tulip, { ascii, theme }: Look): Line[] {
  if (!exit) return [];
  const bend = Math.abs(exit.angle);
  const angle = bend >= leastBend && bend < 45 ? Math.sign(exit.angle) * 45 : exit.angle;
  const way = (ascii ? asciiArrows : arrows)[Math.round((angle + 360) / 45) % 8] ?? '';
  return [[span(way, theme.strong)]];
}

function styleOf(role: Cell['style'], { theme }: Look): Style {
  switch (role) {
    case null:
      return theme.text;
    case 'road':
      return theme.faint;
    case 'route':
      return theme.strong;
    case 'symbol':
      return theme.symbol;
    case 'danger':
      return theme.danger;
  }
}
