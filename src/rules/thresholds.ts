import { z } from 'zod';

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
});
export type Thresholds = z.output<typeof Thresholds>;
