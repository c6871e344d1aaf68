import { readRoadbook } from '../formats/read.ts';
import type { CheckedFile } from '../report/report.ts';
import { inFileOrder, type Ruling, runRules } from '../rules/run.ts';

/** Reads a roadbook and puts it before the rules. Total: for any bytes it gives findings, never an error. */
export async function lint(bytes: Uint8Array, file: string, ruling: Ruling): Promise<CheckedFile> {
  const { source, roadbook, locate, diagnostics } = await readRoadbook(bytes, file);
  const found =
    roadbook === null ? [] : runRules({ roadbook, locate, text: source.text, problems: diagnostics }, ruling);
  return { file, text: source.text, diagnostics: inFileOrder([...diagnostics, ...found]) };
}
