import { InvalidArgumentError } from 'commander';

/** `--speed`: how fast the car drives and how fast time passes. */
export interface Speed {
  readonly kmh: number;
  readonly rate: number;
}

/** `90`, `90km/h`, `56mph` set the car; `4x` sets time. */
export function speed(given: string, before: Speed): Speed {
  const [, figure = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(x|km\/?h|mph)?$/i.exec(given) ?? [];
  const value = Number(figure);
  if (figure === '' || value <= 0 || value > 1000) {
    throw new InvalidArgumentError('Give a speed as 90, 90km/h or 56mph, or a time lapse as 4x.');
  }
  if (unit.toLowerCase() === 'x') return { ...before, rate: value };
  return { ...before, kmh: unit.toLowerCase() === 'mph' ? value * 1.609344 : value };
}

/** A distance in metres, 0 to 10,000. */
export function metres(given: string): number {
  const value = Number(given);
  if (given.trim() === '' || !(value >= 0 && value <= 10_000)) {
    throw new InvalidArgumentError('Give a distance in metres, 0 to 10000.');
  }
  return value;
}

/** The circumference of a wheel in metres, from `2190mm`, `2190` or `2.19m`. */
export function circumference(given: string): number {
  const [, figure = '', unit = 'mm'] = /^(\d+(?:\.\d+)?)\s*(mm|cm|m)?$/i.exec(given) ?? [];
  const scale = { mm: 0.001, cm: 0.01, m: 1 }[unit.toLowerCase()] ?? 0.001;
  const value = Number(figure) * scale;
  if (figure === '' || value < 0.1 || value > 10) {
    throw new InvalidArgumentError('Give the circumference of the wheel as 2190mm, between 0.1 and 10 m.');
  }
  return value;
}

/** A figure above 0. */
export function positive(given: string): number {
  const value = Number(given);
  if (given.trim() === '' || !(value > 0 && value <= 1_000_000)) {
    throw new InvalidArgumentError('Give a figure above 0.');
  }
  return value;
}
