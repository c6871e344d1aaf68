import type { Loss } from '../formats/carries.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import type { Conversion } from './conversions.ts';

/** What became of one file. */
export interface Outcome extends Conversion {
  /** The format it was read from. */
  readonly from: string;
  readonly notes: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly losses: readonly Loss[];
  /** Why nothing was written; null when it was. */
  readonly unwritten: string | null;
}

/** Findings of one file beyond this many are counted, not listed: `check` is the verb for them. */
const listed = 3;

export function failed({ unwritten, diagnostics }: Outcome): boolean {
  return unwritten !== null || diagnostics.some(isError);
}

/** For people, on stderr: what was written, what was wrong with the input, what the output does not carry. */
export function outcomeText(outcome: Outcome, verbose: boolean): string {
  const { input, output, to, notes, diagnostics, losses, unwritten } = outcome;
  const name = output === '-' ? input : output;
  const errors = diagnostics.filter(isError);
  const lines = [
    unwritten === null
      ? `${input} → ${output === '-' ? to.title : output}: ${counted(notes, 'note')}`
      : `${input} is not converted: ${unwritten}`,
    ...errors.slice(0, listed).map(({ code, message }) => `${input}: error: ${message} (${code})`),
    ...(errors.length > listed ? [`${input}: and ${counted(errors.length - listed, 'more error')}`] : []),
    ...whatToDo(input, errors.length, unwritten),
    ...(verbose ? losses.map(({ message }) => message) : lossLines(losses, to.title)).map(
      (line) => `${name}: ${unwritten === null ? 'warning' : 'error'}: ${line}`,
    ),
    ...new Set(losses.flatMap(({ help }) => (help === null ? [] : [`help: ${help}`]))),
  ];
  return lines.map((line) => `${forTerminal(line)}\n`).join('');
}

function whatToDo(input: string, errors: number, unwritten: string | null): string[] {
  if (errors === 0) return [];
  const where = `roadbook check ${input} shows where`;
  return [unwritten === null ? where : `${where}; --despite-errors converts what could be read`];
}

/** For programs: `--format json`, version 1. */
export function outcomesJson(outcomes: readonly Outcome[]): object {
  return {
    convert: 1,
    files: outcomes.map(({ input, output, from, to, notes, diagnostics, losses, unwritten }) => ({
      file: input,
      output,
      from,
      to: to.name,
      notes,
      written: unwritten === null,
      unwritten,
      errors: diagnostics.filter(isError).length,
      losses: losses.map(({ note, field, how, message }) => ({ note, field, how, message })),
    })),
  };
}

/** Losses for people, in a line or a few: every field once, with the notes that lose it. */
function lossLines(losses: readonly Loss[], title: string): string[] {
  const fields = new Map<string, { field: string; how: string; notes: number[] }>();
  for (const { note, field, how } of losses) {
    const key = `${note === null ? 'roadbook' : 'note'} ${field} ${how}`;
    const known = fields.get(key) ?? { field, how, notes: [] };
    if (note !== null) known.notes.push(note);
    fields.set(key, known);
  }
  const said = [...fields.values()].map(({ field, how, notes }) => ({
    how,
    text: `${field}${notesText(notes)}`,
  }));
  const none = said.filter(({ how }) => how === '').map(({ text }) => text);
  const part = said.filter(({ how }) => how !== '');
  return [
    ...(none.length > 0 ? [`${title} does not carry ${none.join(', ')}`] : []),
    ...part.map(({ how, text }) => `${title} carries only in part ${text}: ${how}`),
  ];
}

function notesText(notes: readonly number[]): string {
  if (notes.length === 0) return '';
  if (notes.length === 1) return ` (note ${notes[0]})`;
  if (notes.length > 5) return ` (${notes.length} notes)`;
  return ` (notes ${notes.slice(0, -1).join(', ')} and ${notes.at(-1)})`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** `1 note`, `2 losses`. */
export function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}${what.endsWith('s') ? 'es' : 's'}`;
}
