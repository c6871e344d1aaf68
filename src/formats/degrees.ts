/** Which coordinate a text is: its hemispheres by their letters, and how far it may go. */
export type Axis = 'latitude' | 'longitude';

const letters = { latitude: 'NS', longitude: 'EW' } as const;

/**
 * Degrees of a position as people and receivers write them: `31.5`, `31,5`, `31.5 N`, `N31 12.345`, `31°12'20.7"N`,
 * `S 31:12:20`. South and west are negative. Null for anything else, for a letter of the other axis, and for 60 minutes or seconds.
 */
export function degreesFrom(text: string, axis: Axis): number | null {
  const [, before = '', figures = '', behind = ''] =
    /^([NSEW]?)\s*([+-]?\d[^A-Z]*?)\s*([NSEW]?)$/.exec(text.trim().toUpperCase()) ?? [];
  const letter = before || behind;
  if ((before !== '' && behind !== '') || (letter !== '' && !letters[axis].includes(letter))) return null;
  const parts = figures
    .replaceAll(',', '.')
    .split(/\s*[°º:'’′"”″]+\s*|\s+/)
    .filter((part) => part !== '');
  const isWritten = parts.every((part, i) => (i === 0 ? degreePart : minutePart).test(part));
  if (!isWritten || parts.length === 0 || parts.length > 3) return null;
  // Only the last part may have a fraction.
  if (parts.slice(0, -1).some((part) => part.includes('.'))) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map(Number);
  const isNegative = figures.startsWith('-');
  if (minutes >= 60 || seconds >= 60 || (isNegative && letter !== '')) return null;
  // Decimal degrees stay as they are; a sum has the dust of its divisions.
  const sum = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  const size = parts.length === 1 ? Math.abs(degrees) : Number(sum.toFixed(9));
  return isNegative || letter === 'S' || letter === 'W' ? -size : size;
}

const degreePart = /^[+-]?\d{1,3}(?:\.\d*)?$/;
const minutePart = /^\d{1,2}(?:\.\d*)?$/;
