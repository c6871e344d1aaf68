import type { Path } from '../model/reading.ts';
import { metresPerMile } from '../model/units.ts';
import type { Edit } from '../text/diagnostic.ts';
import type { Context } from './context.ts';

const decimal = /^\d{1,9}(?:\.(\d{1,9}))?$/;

/**
 * A distance as the file writes it, with another value: in the unit that makes the old text the old value (km, mi or m)
 * and with at least as many decimals. Null when the text is not this distance.
 */
export function respellDistance(written: string, metres: number, wanted: number): string | null {
  const [, decimals = ''] = decimal.exec(written) ?? [];
  if (!decimal.test(written)) return null;
  const unit = [1000, metresPerMile, 1].find((one) => Math.round(Number(written) * one) === metres);
  if (unit === undefined) return null;
  for (let digits = decimals.length; digits <= 6; digits++) {
    const text = (wanted / unit).toFixed(digits);
    if (Math.round(Number(text) * unit) === wanted) return text;
  }
  return null;
}

/** A whole number in a text, `007` or `Route_007`, with another value and as many digits. Null when it is not there. */
export function respellNumber(written: string, value: number, wanted: number): string | null {
  const [, before = '', digits = '', after = ''] = /^(\D{0,80})(\d{1,9})(\D{0,80})$/.exec(written) ?? [];
  if (digits === '' || Number(digits) !== value) return null;
  return `${before}${String(wanted).padStart(digits.length, '0')}${after}`;
}

/** The edit that spells a field anew; null where the file has none, or `spell` does not know its text. */
export function respelling(
  { locate, textAt }: Pick<Context, 'locate' | 'textAt'>,
  path: Path,
  spell: (written: string) => string | null,
): Edit | null {
  const span = locate(path);
  const text = span && spell(textAt(span));
  return span === null || text === null ? null : { span, text };
}
