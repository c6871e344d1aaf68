/**
 * Plain scalars by the YAML 1.2 core schema: `yes`, `on` and `012` are what they look like, not what YAML 1.1 made of
 * them.
 */

/** Whether the value under a key is text by nature: then a plain scalar is taken as written, `name: 007` as “007”. */
export type HoldsText = (parentKey: string | null, key: string) => boolean;

const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** The value of an unquoted scalar. */
export function plainValue(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  // Digits, sign or point; most scalars are settled by this alone.
  if ((first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e) {
    // No −0: JSON has none.
    return decimal.test(source) ? Number(source) + 0 : unusualNumber(source);
  }
  switch (source) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return source;
  }
}

function unusualNumber(source: string): string | number {
  if (/^0x[0-9a-fA-F]+$|^0o[0-7]+$/.test(source)) return Number(source);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return Number.NaN;
  return source;
}
