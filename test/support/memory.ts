import { expect, test } from 'vitest';

/** The last test of a fuzz file: all that came before it, one after the other, never needed more than this. */
export function staysWithin(mebibytes: number): void {
  test(`all of it within ${mebibytes} MiB`, () => {
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(mebibytes);
  });
}
