import type { Coordinates } from '../../model/fields.ts';

/** A track as block text: a line `lat lon [elevation]` each, an empty line between segments. A line that is no position gives NaN. */
export function trackFromText(text: string): Coordinates[][] {
  const segments: Coordinates[][] = [];
  let open: Coordinates[] | null = null;
  for (const line of text.split('\n')) {
    const [latitude, longitude, elevation] = line.trim().split(/[\s,]+/);
    if (latitude === undefined || latitude === '') {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      segments.push(open);
    }
    open.push({
      latitude: Number(latitude),
      longitude: Number(longitude ?? Number.NaN),
      elevation: elevation === undefined ? null : Number(elevation),
    });
  }
  return segments;
}
