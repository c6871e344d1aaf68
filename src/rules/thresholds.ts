import * as z from 'zod';

const degrees = z.number().min(0).max(180);
const kmh = z.number().positive().max(400);
const metres = z.number().min(0).max(10_000_000);

/** The figures that rules compare with. */
export const Thresholds = z.strictObject({
  partialMetres: metres.describe(
    'how far a stated partial may be from the difference of the totals (three figures, each rounded)',
  ),
  totalMetres: metres.describe('how far the stated length of the stage may be from the last note'),
  nearMetres: metres.describe('two notes closer than this cannot be told apart on the page'),
  gapMetres: metres.describe('the longest way without a note in a selective section'),
  liaisonGapMetres: metres.describe('the longest way without a note on a liaison'),
  zoneMetres: metres.describe('the longest speed zone that is not doubted'),
  startMetres: metres.describe('from the start to the clear radius of the first waypoint, at least'),
  liaisonKmh: kmh.describe('the highest average that a time allowed may ask for on a liaison'),
  approachKmh: kmh.describe('how fast a waypoint may be approached where no limit holds'),
  trackMetres: metres.describe('how far a way may differ from the track, at least'),
  offTrackMetres: metres.describe('how far a note may lie off the track'),
  capDegrees: degrees.describe('how far a CAP may be turned from the track’s heading'),
  tulipDegrees: degrees.describe('how far a tulip’s exit may be turned from the track’s'),
  textCharacters: z.int().min(10).max(10_000).describe('how much text fits into the box of a printed note'),
});
export type Thresholds = z.output<typeof Thresholds>;
