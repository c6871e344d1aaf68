/** Generous for any stage, and what keeps a hostile file from taking the machine. */
export const limits = {
  /** Notes of one roadbook; the longest stage of a rally has about 1,000. */
  notes: 100_000,
} as const;
