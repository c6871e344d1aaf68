import { exactSpeed, speedFromKmh, type Units } from '../../model/units.ts';
import type { Dialect } from './dialect.ts';

/** A whole number above 0, as the schema has it; as exact as can be where the schema does not matter. */
export function speedFigure(kmh: number, units: Units, { extended }: Dialect): string {
  const speed = speedFromKmh(kmh, units);
  if (extended) return exactSpeed(kmh, units) ?? decimal(speed);
  return String(Math.max(1, Math.round(speed)));
}

/** The shortest figure that reads back to the same number, without an exponent: the schema has decimals only. */
export function decimal(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const before = digits.slice(0, point).padEnd(point, '0');
  const behind = digits.slice(point);
  return `${sign}${before}${behind === '' ? '' : `.${behind}`}`;
}
