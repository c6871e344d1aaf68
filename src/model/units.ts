/** The international mile (1959 agreement): exactly 1609.344 m. OpenRally's statute unit. */
export const metresPerMile = 1609.344;
/** The international yard: exactly 0.9144 m. OpenRally gives radii in yards when units are statute. */
export const metresPerYard = 0.9144;

export type Units = 'metric' | 'imperial';

/** How files name their units; the published OpenRally schema spells one of them `statue`. */
export const unitWords: ReadonlyMap<string, Units> = new Map([
  ...['metric', 'si', 'km', 'kms', 'kilometers', 'kilometres', 'kilometer', 'kilometre'].map(
    (word): [string, Units] => [word, 'metric'],
  ),
  ...['statute', 'statue', 'imperial', 'us', 'mi', 'mile', 'miles'].map((word): [string, Units] => [
    word,
    'imperial',
  ]),
]);

/** Printed distance (km or miles) to whole metres. */
export function metresFromPrinted(value: number, units: Units): number {
  return Math.round(value * (units === 'metric' ? 1000 : metresPerMile));
}

/** Whole metres to the figure on the page: km or miles. */
export function printedFromMetres(metres: number, units: Units): number {
  return metres / (units === 'metric' ? 1000 : metresPerMile);
}

/** `12.34`: two decimals as the page prints them, in km or miles. */
export function formatDistance(metres: number, units: Units): string {
  return printedFromMetres(metres, units).toFixed(2);
}

/** km/h to the unit of the speedometer. */
export function speedFromKmh(kmh: number, units: Units): number {
  return units === 'metric' ? kmh : (kmh * 1000) / metresPerMile;
}

/** The speedometer's unit to km/h. */
export function kmhFromSpeed(speed: number, units: Units): number {
  return units === 'metric' ? speed : (speed * metresPerMile) / 1000;
}

/** The shortest figure for the page, of two decimals or more, that reads back to the same metres: `12.34`, `12.345`. */
export function exactDistance(metres: number, units: Units): string {
  if (units === 'metric') return kilometres(metres);
  const value = printedFromMetres(metres, units);
  for (let decimals = 2; decimals < 5; decimals++) {
    const figure = value.toFixed(decimals);
    if (metresFromPrinted(Number(figure), units) === metres) return figure;
  }
  return String(value);
}

/** Whole metres are thousandths of a kilometre: nothing to calculate. */
function kilometres(metres: number): string {
  const thousandths = String(metres).padStart(4, '0');
  const decimals = thousandths.slice(-3);
  return `${thousandths.slice(0, -3)}.${decimals.endsWith('0') ? decimals.slice(0, 2) : decimals}`;
}

/**
 * The figure of a speedometer that reads back to the same km/h: `50`, `35` mph for 56.32704 km/h. Null where miles have
 * none of up to 6 digits: such a limit is one in km/h on a page in miles, and must be written with its unit.
 */
export function exactSpeed(kmh: number, units: Units): string | null {
  if (units === 'metric') return String(kmh);
  for (let digits = 1; digits <= 6; digits++) {
    const figure = Number(speedFromKmh(kmh, units).toPrecision(digits));
    if (kmhFromSpeed(figure, units) === kmh) return String(figure);
  }
  return null;
}
