import { inverse, type Style } from '../../src/tui/style.ts';

const steps = [0, 95, 135, 175, 215, 255];

/** Red, green and blue, 0 to 255, of a colour of the 256-colour palette beyond the first 16. */
function rgbOf(index: number): readonly [number, number, number] {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const cube = index - 16;
  const step = (n: number) => steps[n % 6] ?? 0;
  return [step(Math.floor(cube / 36)), step(Math.floor(cube / 6)), step(cube)];
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(index: number): number {
  const [r = 0, g = 0, b = 0] = rgbOf(index).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How much text of this style stands out from its ground, 1 to 21; both must have a colour. */
export function contrastOf(style: Style): number {
  const pair = [(style & 0x1ff) - 1, ((style >> 9) & 0x1ff) - 1];
  const [text = -1, ground = -1] = (style & inverse) === 0 ? pair : pair.reverse();
  if (text < 16 || ground < 16) return 0;
  const [light = 0, dark = 0] = [luminance(text), luminance(ground)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
