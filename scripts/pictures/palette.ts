const steps = [0, 95, 135, 175, 215, 255];

/** The first sixteen as xterm has them. */
const first =
  '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff'.split(
    ' ',
  );

/** Colour `index` of the 256-colour palette as CSS has it. */
export function cssOf(index: number): string {
  const known = first[index];
  if (known !== undefined) return `#${known}`;
  const cube = index - 16;
  const grey = 8 + (index - 232) * 10;
  const levels =
    index >= 232
      ? [grey, grey, grey]
      : [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((n) => steps[n] ?? 0);
  return `#${levels.map((level) => level.toString(16).padStart(2, '0')).join('')}`;
}
