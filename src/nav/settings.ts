/** How this crew's instrument is set. Part of the run's journal: a replay uses the same. */
export interface Settings {
  /** Nominal wheel scale, metres a count; above 0. */
  readonly metresPerCount: number;
  /** A note is announced this far ahead, metres. */
  readonly nearMetres: number;
  /** A note counts as run past this far behind it, metres, beyond what the reading may be wrong by. */
  readonly passMetres: number;
  /** Over the limit begins this far above it, km/h. */
  readonly limitToleranceKmh: number;
}

export const defaultSettings: Settings = {
  metresPerCount: 1,
  nearMetres: 300,
  passMetres: 60,
  limitToleranceKmh: 0,
};
