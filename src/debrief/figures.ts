import {
  formatDistance,
  metresPerYard,
  printedFromMetres,
  speedFromKmh,
  type Units,
} from '../model/units.ts';

/** Figures as this page's crew reads them. */
export interface Figures {
  /** `12.34 km`. */
  distance(metres: number): string;
  /** `12 m`, or `+12 m` and `−12 m`; yards on a page in miles. */
  short(metres: number): string;
  signed(metres: number): string;
  /** `87 km/h`. */
  speed(kmh: number): string;
  /** For axes: the figure and its unit apart. */
  readonly along: { readonly unit: string; of(metres: number): number };
  readonly off: { readonly unit: string; of(metres: number): number };
  readonly fast: { readonly unit: string; of(kmh: number): number };
}

export function figuresFor(units: Units): Figures {
  const metric = units === 'metric';
  const along = { unit: metric ? 'km' : 'mi', of: (metres: number) => printedFromMetres(metres, units) };
  const off = {
    unit: metric ? 'm' : 'yd',
    of: (metres: number) => (metric ? metres : metres / metresPerYard),
  };
  const fast = { unit: metric ? 'km/h' : 'mph', of: (kmh: number) => speedFromKmh(kmh, units) };
  const short = (metres: number) => `${Math.round(Math.abs(off.of(metres)))} ${off.unit}`;
  return {
    distance: (metres) => `${formatDistance(metres, units)} ${along.unit}`,
    short,
    signed: (metres) => `${Math.round(off.of(metres)) === 0 ? '' : metres < 0 ? '−' : '+'}${short(metres)}`,
    speed: (kmh) => `${Math.round(fast.of(kmh))} ${fast.unit}`,
    along,
    off,
    fast,
  };
}

/** `1:02:03`, or `2:03`. */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest.replace(/^0/, '');
}

/** `1 note`, `2 notes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
