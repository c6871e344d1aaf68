/** A file as text, whatever bytes it came in. `text` has no byte-order mark; every span counts in it. */
export interface Source {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly text: string;
}
