import { readCleanJson, readCleanYaml } from '../formats/native/clean.ts';
import { readGpx } from '../formats/openrally/read.ts';
import { formats } from '../formats/registry.ts';
import { sketch } from '../formats/sketch.ts';
import type { Reading } from '../model/reading.ts';
import { type Ruling, runRules } from '../rules/run.ts';
import { decode } from '../text/decode.ts';
import type { Source } from '../text/source.ts';

/** Readers by the names of their formats; where a text is not clean they may give null, or throw in a bundle without schemas. */
const readers: Readonly<Record<string, (source: Source) => Reading | null>> = {
  native: readCleanYaml,
  json: readCleanJson,
  openrally: readGpx,
};

/**
 * Whether `lint` would find nothing, by those parts alone that a roadbook without a mistake needs: no schema, no parser that
 * goes past errors. False also where it cannot be told like that.
 */
export function isSpotless(bytes: Uint8Array, file: string, ruling: Ruling): boolean {
  const { source, diagnostics } = decode(bytes, file);
  // Comments that allow findings are findings if they allow none.
  if (source === null || diagnostics.length > 0 || source.text.includes('roadbook-allow')) return false;
  const found = sketch(source.text);
  const format = formats.find(({ detect }) => detect?.(found))?.name ?? '';
  const reading = readers[format]?.(source);
  if (!reading?.roadbook || reading.diagnostics.length > 0) return false;
  const { roadbook, locate } = reading;
  const subject = { roadbook, locate, text: source.text, removal: () => null, problems: [] };
  return runRules(subject, ruling).length === 0;
}
