/** The international mile (1959 agreement): exactly 1609.344 m. OpenRally's statute unit. */
export const metresPerMile = 1609.344;
/** The international yard: exactly 0.9144 m. OpenRally gives radii in yards when units are statute. */
export const metresPerYard = 0.9144;

export type Units = 'metric' | 'imperial';

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
