/**
 * How a cell looks, packed into one integer so that cells compare fast: foreground and background as palette index + 1
 * (0 is the terminal's own colour), then attributes.
 */
export type Style = number;

export const plain: Style = 0;

const backgroundAt = 9;
const colours = 0x1ff;
export const bold: Style = 1 << 18;
export const dim: Style = 1 << 19;
export const underline: Style = 1 << 20;
export const inverse: Style = 1 << 21;

const attributes = [
  [bold, '1'],
  [dim, '2'],
  [underline, '4'],
  [inverse, '7'],
] as const;

/** Colour `index` of the 256-colour palette as foreground. */
export function ink(index: number): Style {
  return index + 1;
}

/** Colour `index` of the 256-colour palette as background. */
export function paper(index: number): Style {
  return (index + 1) << backgroundAt;
}

/** `top` laid over `under`: its colours where it has any, the attributes of both. */
export function over(under: Style, top: Style): Style {
  const foreground = top & colours || under & colours;
  const background = (top >> backgroundAt) & colours || (under >> backgroundAt) & colours;
  const rest = ~(colours | (colours << backgroundAt));
  return foreground | (background << backgroundAt) | ((under | top) & rest);
}

/** The escape sequence that brings a terminal from one style to another; empty when there is nothing to change. */
export function transition(from: Style, to: Style): string {
  if (from === to) return '';
  if (to === plain) return '\x1b[m';
  // Attributes are only ever switched off all together: terminals disagree on the codes for one.
  const dropped = attributes.some(([bit]) => (from & bit) !== 0 && (to & bit) === 0);
  const before = dropped ? plain : from;
  const codes = dropped ? ['0'] : [];
  for (const [bit, code] of attributes) if ((to & bit) !== 0 && (before & bit) === 0) codes.push(code);
  const foreground = to & colours;
  const background = (to >> backgroundAt) & colours;
  if (foreground !== (before & colours)) codes.push(colourCode(foreground, 30, 90));
  if (background !== ((before >> backgroundAt) & colours)) codes.push(colourCode(background, 40, 100));
  return `\x1b[${codes.join(';')}m`;
}

function colourCode(colour: number, normal: number, bright: number): string {
  if (colour === 0) return String(normal + 9);
  const index = colour - 1;
  if (index < 8) return String(normal + index);
  if (index < 16) return String(bright + index - 8);
  return `${normal + 8};5;${index}`;
}
