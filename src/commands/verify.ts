import { keyFingerprint } from '../seal/signing.ts';
import { readSealed, type Sealed } from '../seal/unseal.ts';
import { forTerminal, toJson } from '../text/escape.ts';
import { titleOf } from './code-prompt.ts';
import type { Command, Io } from './command.ts';
import { clockRemark, countdown } from './countdown.ts';
import { diagnosticOf, sayFault } from './fault-message.ts';
import { oneOf } from './options.ts';
import { sealedOrPlain } from './stage-bytes.ts';
import { readTrusted, signerFault } from './trusted.ts';

interface Options {
  readonly signer?: string;
  readonly format: 'text' | 'json';
}

export const command: Command<[file: string], Options> = {
  configure(verb) {
    verb
      .argument('<file>', 'a sealed roadbook or amendment; - is standard input')
      .option('--signer <key>', 'accept this key or fingerprint and no other')
      .option('--format <format>', 'text, or json on standard output', oneOf(['text', 'json']), 'text')
      .addHelpText('after', help);
  },

  async run([file], { signer, format }, io) {
    const bytes = await sealedOrPlain(file, io);
    if (bytes === null) return 1;
    const read = await readSealed(bytes);
    const sealed =
      !('fault' in read) && read.announced === null ? ({ fault: 'manifest-missing' } as const) : read;
    const manifest = 'fault' in sealed ? null : (sealed.announced?.manifest ?? null);
    const fault =
      'fault' in sealed ? sealed : manifest && signerFault(manifest, signer, await readTrusted(io));
    if (format === 'json') {
      const { code, rule, message } = fault ? diagnosticOf(fault) : { code: null, rule: null, message: null };
      const error = fault && { code, rule, message };
      io.stdout.write(`${toJson({ verification: 1, file, manifest, error })}\n`);
    } else {
      if (!('fault' in sealed)) describe(file, sealed, io);
      if (fault) sayFault(file, fault, io);
      else
        io.stdout.write(
          'the manifest is signed by a trusted key; the content is verified when it is opened\n',
        );
    }
    return fault ? 1 : 0;
  },
};

const help = `
Needs no code: it looks at the manifest, its signature, who signed, and whether the file is whole. What is inside is
verified by whatever opens it (open, show, drive), before any of it is used.`;

function describe(file: string, { announced }: Sealed, { stdout, stderr }: Io): void {
  if (announced === null) return;
  const { manifest } = announced;
  const now = Date.now();
  const lines = [
    `${file}: ${manifest.kind}`,
    `stage        ${titleOf(manifest)}`,
    `not before   ${manifest.notBefore} (${countdown(manifest, now)})`,
    `sealed       ${manifest.sealed}`,
    `fingerprint  ${manifest.fingerprint}`,
    `signed by    ${keyFingerprint(manifest.signer)}`,
    ...(manifest.timelock === null
      ? []
      : [`time lock    round ${manifest.timelock.round} of ${manifest.timelock.chain}`]),
  ];
  for (const line of lines) stdout.write(`${forTerminal(line)}\n`);
  const remark = clockRemark(manifest, now);
  if (remark !== null) stderr.write(`${forTerminal(remark)}\n`);
}
