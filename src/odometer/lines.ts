import * as z from 'zod';

/** What one line of a sensor says. */
export interface Sample {
  /** The sensor's own time, ms; null: the time it was heard is taken. */
  readonly t: number | null;
  readonly kind: 'counts' | 'metres' | 'kmh';
  readonly value: number;
}

const Ndjson = z
  .looseObject({
    t: z.number().optional(),
    counts: z.number().optional(),
    metres: z.number().optional(),
    kmh: z.number().optional(),
  })
  .readonly();

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
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const parsed = Ndjson.safeParse(json);
  if (!parsed.success) return 'not a sample';
  const { t = null, counts, metres, kmh } = parsed.data;
  if (counts !== undefined) return { t, kind: 'counts', value: counts };
  if (metres !== undefined) return { t, kind: 'metres', value: metres };
  if (kmh !== undefined) return { t, kind: 'kmh', value: kmh };
  return 'has none of counts, metres, kmh';
}
