import { renderSVG, renderUnicodeCompact } from 'uqr';
import type { Command, ExitCode, Io } from './command.ts';
import { oneOf } from './options.ts';
import { type ReleaseEntry, readRelease } from './release-file.ts';
import { releaseTable, type TableName, tableNames } from './release-table.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

interface Options {
  readonly crew?: string;
  readonly file?: string;
  readonly format: TableName;
  readonly output?: string;
  readonly qr?: true;
  readonly identity?: string;
  readonly force?: true;
}

export const command: Command<[release: string], Options> = {
  configure(verb) {
    verb
      .argument('<release>', 'the release file that seal wrote')
      .option('--crew <crew>', 'only the code of this crew')
      .option('--file <sealed>', 'only the code of this sealed file')
      .option('--format <format>', `how to print: ${tableNames.join(', ')}`, oneOf(tableNames), 'text')
      .option('-o, --output <file>', 'write to a file, for your eyes alone (0600)')
      .option('--qr', 'with text: also as QR codes for the terminal; html has them')
      .option('--identity <file>', 'write the AGE-SECRET-KEY, with which any age program opens the file')
      .option('--force', 'overwrite a file that is there')
      .addHelpText('after', help);
  },

  async run([release], options, io): Promise<ExitCode> {
    const entries = chosen(await readRelease(release, io), options);
    const force = options.force ?? false;
    if (options.identity !== undefined) {
      await secret(options.identity, identities(entries), force, io);
      return 0;
    }
    const table = releaseTable(entries, options.format, (code) => renderSVG(inQr(code), { border: 1 }));
    const pictures = options.qr && options.format === 'text' ? entries.map(picture).join('') : '';
    await secret(options.output ?? '-', table + pictures, force, io);
    return 0;
  },
};

const help = `
Examples:
  roadbook release stage2.release.json --qr                 read it out, or hold it up
  roadbook release codes.release.json --format html -o codes.html     a slip for each crew
  roadbook release stage2.release.json --identity key.txt   then: age -d -i key.txt stage2.roadbook.age | gunzip`;

function chosen(entries: readonly ReleaseEntry[], { crew, file }: Options): readonly ReleaseEntry[] {
  const found = entries.filter(
    (entry) => (crew === undefined || entry.crew === crew) && (file === undefined || entry.file === file),
  );
  if (found.length === 0) throw new UsageError('the release file has no such crew or file');
  return found;
}

/** Capitals and spaces alone: a QR code then takes a third less room. */
function inQr(code: string): string {
  return code.toUpperCase();
}

function picture({ code }: ReleaseEntry): string {
  return code === null ? '' : `\n${renderUnicodeCompact(inQr(code), { border: 2 })}\n`;
}

function identities(entries: readonly ReleaseEntry[]): string {
  const lines = entries.flatMap(({ file, identity }) =>
    identity === null ? [] : [`# ${file.replace(/\s/g, ' ')}`, identity],
  );
  return `${lines.join('\n')}\n`;
}

async function secret(file: string, text: string, force: boolean, io: Io): Promise<void> {
  if (file === '-') io.stdout.write(text);
  else await writeWhole(file, text, { force, mode: 0o600 }, io);
}
