import type { Unsealed } from '../seal/unseal.ts';
import { withAmendment } from './amending.ts';
import { titleOf } from './code-prompt.ts';
import type { Command } from './command.ts';
import { type OpeningOptions, openingOptions } from './opening-options.ts';
import { sealedOrPlain } from './stage-bytes.ts';
import { unsealed } from './unsealed.ts';
import { writeWhole } from './write-file.ts';

interface Options extends OpeningOptions {
  readonly output?: string;
  readonly force?: true;
}

export const command: Command<[file: string], Options> = {
  configure(verb) {
    verb
      .argument('<file>', 'a sealed roadbook; - is standard input')
      .option('-o, --output <file>', 'write what is inside, for your eyes alone (0600); - is standard output')
      .option('--force', 'overwrite a file that is there');
    openingOptions(verb).addHelpText('after', help);
  },

  async run([file], options, io) {
    const bytes = await sealedOrPlain(file, io);
    const opened = bytes && (await unsealed(bytes, file, options, io));
    if (!opened) return 1;
    const content = await withAmendment(opened.content, file, options, io);
    if (content === null) return 1;
    const { output } = options;
    if (output === '-') io.stdout.write(content);
    else if (output !== undefined)
      await writeWhole(output, content, { force: options.force ?? false, mode: 0o600 }, io);
    if (output !== '-') io.stderr.write(said(opened, output));
    return 0;
  },
};

const help = `
The code is asked for on the terminal, or read with --code-file; never give it as an argument, where others see it.
Nothing is written unless -o says where: drive and show take the sealed file itself.

Examples:
  roadbook open stage2.roadbook.age                         does it open, and who signed it?
  roadbook open stage2.roadbook.age -o stage2.roadbook.json
  roadbook open stage2.roadbook.age --code-file code.txt -o - | roadbook show -`;

function said({ manifest }: Unsealed, output: string | undefined): string {
  const what = manifest === null ? 'opened; NOT signed' : `opened ${titleOf(manifest)}; signed and unchanged`;
  return `${what}${output === undefined ? '; -o FILE writes it' : `, written to ${output}`}\n`;
}
