import * as z from 'zod';
import type { Io } from './command.ts';
import { readBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';

/** What opens the files of one sealing: the organiser keeps it, for his eyes alone (0600), until the release. */
const ReleaseFile = z.strictObject({
  'roadbook-release': z.literal(1),
  keep: z.string(),
  sealed: z.array(
    z.strictObject({
      file: z.string(),
      event: z.string().nullable(),
      stage: z.string().nullable(),
      crew: z.string().nullable(),
      notBefore: z.string(),
      /** The eighteen words; null where only recipients open the file. */
      code: z.string().nullable(),
      /** The same key for any age program: AGE-SECRET-KEY-1…. */
      identity: z.string().nullable(),
    }),
  ),
});
export type ReleaseEntry = z.output<typeof ReleaseFile>['sealed'][number];

const keep = 'SECRET until the release: whoever has a code opens its file';

export function releaseText(sealed: readonly ReleaseEntry[]): string {
  return `${JSON.stringify({ 'roadbook-release': 1, keep, sealed }, null, 2)}\n`;
}

export async function readRelease(file: string, io: Io): Promise<readonly ReleaseEntry[]> {
  const bytes = await readBytes(file, io);
  try {
    return ReleaseFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).sealed;
  } catch {
    throw new UsageError(`'${file}' is no release file: seal writes one beside what it seals`);
  }
}
