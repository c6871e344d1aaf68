import type { Units } from '../model/units.ts';
import { metresPerMile, metresPerYard } from '../model/units.ts';

/** What a figure counts. */
export type Measure = 'distance' | 'radius' | 'speed' | 'seconds' | 'minutes' | 'degrees';

const lengths: Readonly<Record<string, number>> = {
  ...{
    m: 1,
    metre: 1,
    metres: 1,
    meter: 1,
    meters: 1,
    km: 1000,
    kms: 1000,
    kilometers: 1000,
    kilometres: 1000,
  },
  ...{ mi: metresPerMile, mile: metresPerMile, miles: metresPerMile },
  ...{ yd: metresPerYard, yds: metresPerYard, yard: metresPerYard, yards: metresPerYard },
};
const speeds: Readonly<Record<string, number>> = {
  ...{ 'km/h': 1, kmh: 1, kph: 1, kmph: 1, mph: metresPerMile / 1000, 'mi/h': metresPerMile / 1000 },
};
const times: Readonly<Record<string, number>> = {
  ...{ s: 1, sec: 1, secs: 1, second: 1, seconds: 1, min: 60, mins: 60, minute: 60, minutes: 60, mn: 60 },
  ...{ h: 3600, hr: 3600, hour: 3600, hours: 3600 },
};
const angles: Readonly<Record<string, number>> = { '°': 1, deg: 1, degree: 1, degrees: 1 };

interface Scale {
  readonly words: Readonly<Record<string, number>>;
  /** What the figure counts where no unit stands behind it, by the units of the file. */
  readonly own: Readonly<Record<Units, string>>;
}

const scales: Readonly<Record<Measure, Scale>> = {
  distance: { words: lengths, own: { metric: 'km', imperial: 'mi' } },
  radius: { words: lengths, own: { metric: 'm', imperial: 'yd' } },
  speed: { words: speeds, own: { metric: 'km/h', imperial: 'mph' } },
  seconds: { words: times, own: { metric: 's', imperial: 's' } },
  minutes: { words: times, own: { metric: 'min', imperial: 'min' } },
  degrees: { words: angles, own: { metric: '°', imperial: '°' } },
};

/**
 * Any figure: plain, with a decimal comma or an exponent, or with a unit of the measure behind it. Null for anything else.
 */
export function figureOf(text: string, measure: Measure | null, units: Units): number | null {
  const figure = text.trim();
  if (/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,4})?$/i.test(figure)) {
    const value = Number(figure.replace(',', '.'));
    return Number.isFinite(value) ? value : null;
  }
  return measure === null ? null : figureWithUnit(figure, measure, units);
}

/**
 * What a figure with a unit behind it says (`1.11 km`, `50km/h`, `15 min`, `0:15:00`), in what the file counts in anyway;
 * null for what has no unit that fits.
 */
export function figureWithUnit(text: string, measure: Measure, units: Units): number | null {
  const { words, own } = scales[measure];
  const base = words[own[units]] ?? 1;
  const [, hours, minutes, seconds] = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(text) ?? [];
  if (hours !== undefined) {
    return words === times ? (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / base : null;
  }
  const [, figure = '', word = ''] = /^([+-]?\d+(?:[.,]\d+)?)\s*([a-z/°]+)\.?$/i.exec(text) ?? [];
  const factor = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined;
  return factor === undefined ? null : tidy((Number(figure.replace(',', '.')) * factor) / base);
}

/** Without the dust of the division. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
