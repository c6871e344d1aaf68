import { z } from 'zod';

const degrees = z.number().min(0).max(180);
const kmh = z.number().positive().max(400);
const metres = z.number().min(0).max(10_000_000);

/**
 * The figures that rules compare with. The page prints 10 m, so each stated figure may be 5 m off its true value; the
 * rest are customs, not regulations: a profile or a config file changes them.
 */
export const Thresholds = z.strictObject({
  partialMetres: metres
    .default(20)
    .describe(
      'how far a stated partial may be from the difference of the totals (three figures, each rounded)',
    ),
  totalMetres: metres
    .default(50)
    .describe('how far the stated length of the stage may be from the last note'),
  nearMetres: metres.default(10).describe('two notes closer than this cannot be told apart on the page'),
  gapMetres: metres.default(30_000).describe('the longest way without a note in a selective section'),
  liaisonGapMetres: metres.default(100_000).describe('the longest way without a note on a liaison'),
  zoneMetres: metres.default(20_000).describe('the longest speed zone that is not doubted'),
  startMetres: metres
    .default(100)
    .describe('from the start to the clear radius of the first waypoint, at least'),
  liaisonKmh: kmh.default(110).describe('the highest average that a time allowed may ask for on a liaison'),
  approachKmh: kmh.default(130).describe('how fast a waypoint may be approached where no limit holds'),
  trackMetres: metres.default(30).describe('how far a way may differ from the track, at least'),
  offTrackMetres: metres.default(50).describe('how far a note may lie off the track'),
  capDegrees: degrees.default(45).describe('how far a CAP may be turned from the track’s heading'),
  tulipDegrees: degrees.default(75).describe('how far a tulip’s exit may be turned from the track’s'),
  textCharacters: z
    .int()
    .min(10)
    .max(10_000)
    .default(120)
    .describe('how much text fits into the description box of a printed note'),
});
export type Thresholds = z.output<typeof Thresholds>;
