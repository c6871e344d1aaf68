const dash = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;

/** So many digits are a whole number that is exact, and so is every power of ten that long. */
const mostDigits = 15;

/**
 * The number that is written between two places as sign, digits, point and digits; null for anything else, and for more
 * digits than are exact. One division of exact numbers rounds as reading the digits does.
 */
export function figureIn(text: string, start: number, end: number): number | null {
  if (end - start > mostDigits) return null;
  const isNegative = text.charCodeAt(start) === dash;
  const first = isNegative ? start + 1 : start;
  if (first === end) return null;
  let digits = 0;
  let scale = 0;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) {
      digits = digits * 10 + (code - zero);
      scale *= 10;
    } else if (code === point && scale === 0 && at > first && at + 1 < end) {
      scale = 1;
    } else {
      return null;
    }
  }
  const value = scale === 0 ? digits : digits / scale;
  // No −0: JSON has none.
  return isNegative ? 0 - value : value;
}
