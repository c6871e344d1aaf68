import type * as z from 'zod';
import type { Path } from '../../model/reading.ts';
import { anything, flag, isMapping, items, listOf, mapping, number, text } from '../foreign.ts';
import { type JsonText, readJson } from '../json-text.ts';
import { type Misread, misreadIn } from '../misread.ts';

/**
 * The first Rally Navigator's server record (`.rn`), as far as its readers of 2018 show: no file of it is public. The
 * route itself is JSON text inside the JSON, under `data`.
 */
const Head = mapping({ name: text, description: text, units: text, fuel_range: number, data: anything });

const Details = mapping({
  name: text,
  description: text,
  dataVersion: text,
  settings: mapping({ units: text, showheadings: flag }),
  summary: mapping({ fuelrange: number }),
  waypoints: items,
});

export const Waypoint = mapping({ show: flag, description: text });

export interface RnDocument {
  readonly head: z.output<typeof Head>;
  readonly details: z.output<typeof Details>;
  /** Where the waypoints are found: the places of inner text are all at the string that holds it. */
  readonly json: JsonText;
  readonly path: Path;
  /** What of the record could not be read as it is written. */
  readonly misread: readonly Misread[];
}

/** Null, with what is wrong with its text, for a JSON that is no such record. Some responses wrap it in `route`. */
export function documentOf(outer: JsonText): { document: RnDocument | null; json: JsonText } {
  const wrapped = isMapping(outer.value) && isMapping(outer.value.route);
  const record = wrapped && isMapping(outer.value) ? outer.value.route : outer.value;
  const head = Head.parse(record);
  const at: Path = wrapped ? ['route'] : [];
  const json = typeof head.data === 'string' ? innerJson(head.data, outer, [...at, 'data']) : outer;
  const value = typeof head.data === 'string' ? json.value : (head.data ?? record);
  if (!isMapping(value) || !(Array.isArray(value.waypoints) || listOf(value.waypoints).length > 0))
    return { document: null, json };
  const path = head.data === undefined ? at : [...at, 'data'];
  const details = Details.parse(value);
  const misread = [
    ...misreadIn(record, head, at),
    ...(value === record ? [] : misreadIn(value, details, path)),
  ];
  return { document: { head, details, json, path, misread }, json };
}

function innerJson(data: string, outer: JsonText, path: Path): JsonText {
  const inner = readJson(data);
  return {
    value: inner.value,
    locate: () => outer.locate(path),
    diagnostics: [
      ...outer.diagnostics,
      ...inner.diagnostics.map((one) => ({ ...one, span: outer.locate(path) })),
    ],
  };
}
