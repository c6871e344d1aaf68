import type { StageNote } from '../../stage/stage.ts';
import { type Line, span } from '../frame.ts';
import type { Draw, Picture } from '../picture.ts';

const arrows = ['↑', '↗', '→', '↘', '↓', '↙', '←', '↖'];

/** The junction as the page draws it. */
export function tulip(place: number): Draw {
  return (picture, { width, height }) => {
    const stop = picture.stage.notes[picture.view.hand + place];
    if (!stop || width < 1 || height < 1) return [];
    const lines = Array.from({ length: height }, (): Line => []);
    lines[Math.floor((height - 1) / 2)] = [span(exit(picture, stop), picture.look.theme.strong)];
    return lines;
  };
}

function exit({ look }: Picture, { note }: StageNote): string {
  const angle = note.tulip?.exit?.angle ?? null;
  if (angle === null) return '';
  if (look.ascii) return angle === 0 ? '^' : angle < 0 ? `L${-angle}` : `R${angle}`;
  return ` ${arrows[Math.round((angle + 360) / 45) % 8]} ${Math.abs(angle)}`;
}
