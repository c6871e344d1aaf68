import { type ReadFile, readRoadbook, readSource } from '../formats/read.ts';
import { removalOf } from '../formats/removal.ts';
import type { Path } from '../model/reading.ts';
import type { CheckedFile } from '../report/report.ts';
import { inFileOrder, levelled, type Ruling, runRules } from '../rules/run.ts';
import type { Source } from '../text/source.ts';
import { withAllowances } from './allowances.ts';

/** Reads a roadbook and puts it before the rules. Total: for any bytes it gives findings, never an error. */
export async function lint(bytes: Uint8Array, file: string, ruling: Ruling): Promise<CheckedFile> {
  return judged(file, await readRoadbook(bytes, file), ruling);
}

/** The same for a text that is decoded already, as an editor holds it. */
export async function lintText(source: Source, ruling: Ruling): Promise<CheckedFile> {
  return judged(source.file, await readSource(source), ruling);
}

function judged(
  file: string,
  { source, format, roadbook, locate, diagnostics }: ReadFile,
  ruling: Ruling,
): CheckedFile {
  const { text } = source;
  const removal = (path: Path) => removalOf(text, format, locate, path);
  const found =
    roadbook === null ? [] : runRules({ roadbook, locate, text, removal, problems: diagnostics }, ruling);
  const all = [...levelled(diagnostics, ruling), ...found];
  const left = roadbook === null ? all : withAllowances(text, roadbook.notes, locate, all, ruling);
  return { file, text, diagnostics: inFileOrder(left) };
}
