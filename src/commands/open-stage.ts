import { basename } from 'node:path';
import { readRoadbook } from '../formats/read.ts';
import { compile, nameless } from '../stage/compile.ts';
import type { Stage } from '../stage/stage.ts';
import { forTerminal } from '../text/escape.ts';
import type { Io } from './command.ts';
import type { OpeningOptions } from './opening-options.ts';
import { stageBytes } from './stage-bytes.ts';

/** Remarks of the same kind beyond this many are counted, not listed. */
const listed = 3;

/**
 * A file made ready to drive; a sealed one is opened by what the options name, or asks on the terminal. What is wrong with it is said on stderr in a few lines (`check` says it all); null when
 * there is nothing in it to drive.
 */
export async function openStage(file: string, io: Io, options: OpeningOptions = {}): Promise<Stage | null> {
  const say = (text: string) => io.stderr.write(`${forTerminal(text)}\n`);
  const bytes = await stageBytes(file, options, io);
  if (bytes === null) return null;
  const { roadbook, diagnostics } = await readRoadbook(bytes, file);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  const [first] = errors;
  if (roadbook === null || roadbook.notes.length === 0) {
    say(`${file}: nothing to drive: ${first?.message ?? 'the roadbook has no notes'}`);
    if (first) say(`roadbook check ${file} says more`);
    return null;
  }
  if (first) {
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    say(`${file}: ${first.message}${more}; roadbook check ${file} says where`);
  }
  const stage = named(compile(roadbook), file);
  for (const { message } of stage.remarks.slice(0, listed)) say(`${file}: ${message}`);
  if (stage.remarks.length > listed) say(`${file}: and ${stage.remarks.length - listed} more such notes`);
  return stage;
}

/** A spreadsheet has no title: then it is called what its file is. */
function named(stage: Stage, file: string): Stage {
  return stage.title !== nameless || file === '-'
    ? stage
    : Object.freeze({ ...stage, title: basename(file) });
}
