import type { Tulip } from '../model/tulip.ts';
import { type Dots, newDots } from './dots.ts';
import { frameOf } from './frame.ts';
import { paintRoads, paintRoute } from './paint.ts';
import { paintSymbol } from './paint-symbol.ts';
import { coursesOf } from './roads.ts';

/**
 * A tulip as a grid of square dots, for a terminal that shows pictures; null where words belong into it, which characters
 * show better than dots.
 */
export function tulipDots(tulip: Tulip, width: number, height: number): Dots | null {
  if (tulip.labels.length > 0) return null;
  const courses = coursesOf(tulip, 28);
  const frame = frameOf(courses, width, height, Math.max(1, Math.min(width, height) * 0.045));
  const dots = newDots(width, height, 1);
  paintRoads(dots, courses, frame);
  paintRoute(dots, courses, frame);
  if (!tulip.symbols.every((symbol) => paintSymbol(dots, symbol, frame))) return null;
  if (tulip.symbols.length > 0) paintRoute(dots, courses, frame);
  return dots;
}
