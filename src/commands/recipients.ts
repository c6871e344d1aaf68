import type { Command as Verb } from 'commander';
import { isRecipient } from '../seal/recipient.ts';
import type { Io } from './command.ts';
import { readBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';

export interface RecipientOptions {
  readonly recipient: readonly string[];
  readonly recipientsFile?: string;
}

export function recipientOptions(verb: Verb): Verb {
  return verb
    .option(
      '--recipient <age1…>',
      'also for this age key; may be repeated',
      (one, all: string[]) => [...all, one],
      [],
    )
    .option('--recipients-file <file>', 'also for the age keys in a file, one a line');
}

/** The keys that were named, each a recipient that age knows. */
export async function recipientsOf(
  { recipient, recipientsFile }: RecipientOptions,
  io: Io,
): Promise<string[]> {
  const text =
    recipientsFile === undefined ? '' : Buffer.from(await readBytes(recipientsFile, io)).toString('utf8');
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const all = [...recipient, ...lines.filter((line) => line !== '' && !line.startsWith('#'))];
  const wrong = all.find((one) => !isRecipient(one));
  if (wrong !== undefined)
    throw new UsageError(`'${wrong.slice(0, 20)}…' is no age recipient: it begins with age1`);
  return [...new Set(all)];
}
