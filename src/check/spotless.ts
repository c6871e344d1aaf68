import { formats } from '../formats/registry.ts';
import { sketch } from '../formats/sketch.ts';
import { type Ruling, runRules } from '../rules/run.ts';
import { decode } from '../text/decode.ts';

/**
 * Whether `lint` would find nothing, by those parts alone that a roadbook without a mistake needs: no schema, no parser that
 * goes past errors. False also where it cannot be told like that; rejects in a bundle without those parts.
 */
export async function isSpotless(bytes: Uint8Array, file: string, ruling: Ruling): Promise<boolean> {
  const { source, diagnostics } = decode(bytes, file);
  // Comments that allow findings are findings if they allow none.
  if (source === null || diagnostics.length > 0 || source.text.includes('roadbook-allow')) return false;
  const found = sketch(source.text);
  const read = await formats.find(({ detect }) => detect?.(found))?.clean?.();
  const reading = read?.(source);
  if (!reading?.roadbook || reading.diagnostics.length > 0) return false;
  const { roadbook, locate } = reading;
  const subject = { roadbook, locate, text: source.text, removal: () => null, problems: [] };
  return runRules(subject, ruling).length === 0;
}
