/** What one line of a sensor says. */
export interface Sample {
  /** The sensor's own time, ms; null: the time it was heard is taken. */
  readonly t: number | null;
  readonly kind: 'counts' | 'metres' | 'kmh';
  readonly value: number;
}

/**
 * The line protocol of every live source, one sample a line, UTF-8, `\n` or `\r\n`:
 *
 *     12345            counts of the wheel, absolute
 *     c 12345          the same
 *     m 1234.5         metres, absolute
 *     v 87.3           speed, km/h
 *     @60000 c 12345   any of these with the sensor's own time in ms
 *     {"t":60000,"counts":12345}   NDJSON: `counts`, `metres` or `kmh`, `t` if it has one
 *     # anything       ignored, as are empty lines
 *
 * Null for a line that says nothing; a string says why it cannot be understood.
 */
export function parseLine(line: string): Sample | string | null {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return null;
  if (text.length > 200) return 'a line of more than 200 characters';
  if (text.startsWith('{')) return parseNdjson(text);
  const [, time, kind = 'c', figure = ''] =
    /^(?:@(\d+(?:\.\d+)?)\s+)?(?:([cmv])\s+)?([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)$/i.exec(text) ?? [];
  const value = Number(figure);
  if (figure === '' || !Number.isFinite(value)) return 'not a sample';
  const kinds = { c: 'counts', m: 'metres', v: 'kmh' } as const;
  const letter = kind.toLowerCase();
  if (letter !== 'c' && letter !== 'm' && letter !== 'v') return 'not a sample';
  return { t: time === undefined ? null : Number(time), kind: kinds[letter], value };
}

function parseNdjson(text: string): Sample | string {
  let json: { readonly [key: string]: unknown };
  try {
    json = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const t = figure(json.t);
  const counts = figure(json.counts);
  const metres = figure(json.metres);
  const kmh = figure(json.kmh);
  if (t === null || counts === null || metres === null || kmh === null) return 'not a sample';
  if (counts !== undefined) return { t: t ?? null, kind: 'counts', value: counts };
  if (metres !== undefined) return { t: t ?? null, kind: 'metres', value: metres };
  if (kmh !== undefined) return { t: t ?? null, kind: 'kmh', value: kmh };
  return 'has none of counts, metres, kmh';
}

/** Null where it is there and no number. */
function figure(value: unknown): number | undefined | null {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value)) ? value : null;
}
