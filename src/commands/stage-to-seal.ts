import { lint } from '../check/lint.ts';
import type { Settings } from '../check/settings.ts';
import { json } from '../formats/native/format.ts';
import { readRoadbook } from '../formats/read.ts';
import { competitorEdition } from '../model/competitor.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Roadbook } from '../model/roadbook.ts';
import { forTerminal } from '../text/escape.ts';
import type { Io } from './command.ts';
import { readBytes } from './read-file.ts';

/** A stage ready to be sealed: the competitor edition, as native JSON, which opens fastest. */
export interface StageToSeal {
  readonly file: string;
  readonly roadbook: Roadbook;
  readonly content: Uint8Array;
  readonly fingerprint: string;
}

/** Errors beyond this many are counted, not listed. */
const listed = 5;

/**
 * Reads and checks a roadbook, makes the competitor edition of it and checks that too. Null, and said why, when there are
 * errors: what is handed out sealed cannot be mended at the start.
 */
export async function stageToSeal(file: string, settings: Settings, io: Io): Promise<StageToSeal | null> {
  const say = (text: string) => io.stderr.write(`${forTerminal(text)}\n`);
  const bytes = await readBytes(file, io);
  const ruling = await settings.rulingOf(file);
  const { roadbook } = await readRoadbook(bytes, file);
  const whole = await errorsIn(bytes, file);
  if (roadbook === null || whole.length > 0)
    return stop(whole, roadbook === null ? 'nothing could be read' : null);
  const { roadbook: edition, removed } = competitorEdition(roadbook);
  const { write } = json;
  if (write === null) throw new Error('native JSON is written');
  const content = Buffer.from(write(edition, {}).text);
  const left = await errorsIn(content, `${file} (competitor edition)`);
  if (left.length > 0) return stop(left, null);
  for (const what of removed) say(`${file}: taken out: ${what}`);
  if (removed.length === 0) say(`${file}: nothing to take out`);
  return { file, roadbook: edition, content, fingerprint: fingerprint(edition) };

  async function errorsIn(text: Uint8Array, name: string): Promise<string[]> {
    const { diagnostics } = await lint(text, name, ruling);
    return diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, rule, message }) => `${name}: error ${code} ${rule}: ${message}`);
  }

  function stop(errors: readonly string[], why: string | null): null {
    for (const error of errors.slice(0, listed)) say(error);
    if (errors.length > listed) say(`${file}: and ${errors.length - listed} more errors`);
    say(`${file}: not sealed: ${why ?? 'it has errors'}; roadbook check ${file} says where`);
    return null;
  }
}
