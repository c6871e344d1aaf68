import { keyFingerprint, newSigner } from '../seal/signing.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { publicKeyText } from './public-key.ts';
import { passphraseOf, storedKey } from './signing-key.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

interface Options {
  readonly output: string;
  /** False by `--no-passphrase`. */
  readonly passphrase: boolean;
  readonly passphraseFile?: string;
  readonly force?: true;
}

export const command: Command<[], Options> = {
  configure(verb) {
    verb
      .option(
        '-o, --output <file>',
        'where the key goes; its public half goes beside it, as .pub',
        'organiser.key',
      )
      .option('--passphrase-file <file>', 'read the passphrase from a file; - is standard input')
      .option('--no-passphrase', 'leave the key unencrypted: whoever reads the file can sign')
      .option('--force', 'overwrite a key that is there')
      .addHelpText('after', help);
  },

  async run(_, options, io): Promise<ExitCode> {
    const signer = newSigner();
    const passphrase = options.passphrase ? await newPassphrase(options.passphraseFile, io) : null;
    const force = options.force ?? false;
    await writeWhole(options.output, await storedKey(signer, passphrase), { force, mode: 0o600 }, io);
    await writeWhole(`${options.output}.pub`, publicKeyText(signer.publicKey), { force }, io);
    io.stderr.write(
      `${options.output}: the signing key, ${passphrase === null ? 'NOT encrypted' : 'encrypted'}; keep it\n`,
    );
    io.stderr.write(`${options.output}.pub: the public key; publish it, and its fingerprint:\n`);
    io.stdout.write(`${keyFingerprint(signer.publicKey)}\n`);
    return 0;
  },
};

const help = `
The key signs sealed stages and amendments; crews trust it once for an event (roadbook trust organiser.key.pub).
It is an Ed25519 key in PKCS #8, inside an age file: age -d organiser.key gives it to any other program.`;

/** Eight characters is what a shared laptop needs at the least. */
async function newPassphrase(file: string | undefined, io: Io): Promise<string> {
  const first = await passphraseOf('New passphrase: ', file, io);
  if (first.length < 8)
    throw new UsageError('a passphrase has at least 8 characters; three or four words are good');
  if (file === undefined && (await passphraseOf('Once more: ', undefined, io)) !== first)
    throw new UsageError('the two passphrases differ');
  return first;
}
