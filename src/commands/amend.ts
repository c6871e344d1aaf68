import { readRoadbook } from '../formats/read.ts';
import { amendment, amendmentLines } from '../model/amendment.ts';
import { competitorEdition } from '../model/competitor.ts';
import type { Roadbook } from '../model/roadbook.ts';
import { newCode, wordsOf } from '../seal/code.ts';
import { compressed, plainContainer } from '../seal/container.ts';
import { identityOf } from '../seal/identity.ts';
import { type Manifest, manifestBytes } from '../seal/manifest.ts';
import { sealed } from '../seal/sealed.ts';
import { type Signer, signed } from '../seal/signing.ts';
import { forTerminal } from '../text/escape.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { sayFault } from './fault-message.ts';
import { releaseText } from './release-file.ts';
import { isoSeconds, stageTitle } from './seal.ts';
import { signingKey } from './signing-key.ts';
import { stageBytes } from './stage-bytes.ts';
import { timeOf } from './start-list.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

interface Options {
  readonly output: string;
  readonly bulletin?: string;
  readonly notBefore?: string;
  readonly release?: string;
  readonly key: string;
  readonly passphraseFile?: string;
  readonly force?: true;
}

export const command: Command<[before: string, after: string], Options> = {
  configure(verb) {
    verb
      .argument('<before>', 'the roadbook as it was handed out')
      .argument('<after>', 'the same roadbook with the changes in it')
      .option('-o, --output <file>', 'the amendment', 'amendment.roadbook.txt')
      .option('--bulletin <name>', 'what the bulletin is called')
      .option('--not-before <time>', 'seal the amendment, as seal does, until then')
      .option('--release <file>', 'with --not-before: where the code goes (0600)')
      .option('--key <file>', 'the signing key that keygen made', 'organiser.key')
      .option('--passphrase-file <file>', 'read the passphrase of the key from a file; - is standard input')
      .option('--force', 'overwrite files that are there')
      .addHelpText('after', help);
  },

  async run([before, after], options, io): Promise<ExitCode> {
    const old = await editionOf(before, io);
    const next = old && (await editionOf(after, io));
    if (!old || !next) return 1;
    const made = amendment(old, next, options.bulletin ?? null);
    if (made.changes.length === 0) throw new UsageError(`'${after}' says nothing else than '${before}'`);
    const signer = await signingKey(options.key, options.passphraseFile, io);
    if ('fault' in signer) {
      sayFault(options.key, signer, io);
      return 1;
    }
    const time = options.notBefore === undefined ? Date.now() : timeOf(options.notBefore, old.stage.start);
    if (time === null)
      throw new UsageError(`--not-before '${options.notBefore}' is no time: write 2026-10-12T07:25:00Z`);
    const manifest = manifestOf(old, made.for, time, signer);
    await write(Buffer.from(`${JSON.stringify(made)}\n`), manifest, signer, options, io);
    for (const line of amendmentLines(old, made)) io.stderr.write(`${forTerminal(line)}\n`);
    return 0;
  },
};

const help = `
Crews apply it with --amend, to show, drive and open: to this stage alone, and only if its signer is trusted.

Examples:
  roadbook amend stage2.gpx stage2-bulletin3.gpx --bulletin "Bulletin 3" -o stage2.bulletin3.txt
  roadbook drive stage2.roadbook.age --amend stage2.bulletin3.txt`;

async function editionOf(file: string, io: Io): Promise<Roadbook | null> {
  const bytes = await stageBytes(file, {}, io);
  if (bytes === null) return null;
  const { roadbook, diagnostics } = await readRoadbook(bytes, file);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (roadbook !== null && error === undefined) return competitorEdition(roadbook).roadbook;
  io.stderr.write(
    `${forTerminal(`${file}: ${error?.message ?? 'nothing could be read'}; roadbook check says more`)}\n`,
  );
  return null;
}

function manifestOf(roadbook: Roadbook, fingerprint: string, notBefore: number, signer: Signer): Manifest {
  return {
    'roadbook-manifest': 1,
    kind: 'amendment',
    event: roadbook.event,
    stage: stageTitle(roadbook),
    crew: null,
    notBefore: isoSeconds(new Date(notBefore)),
    sealed: isoSeconds(new Date()),
    fingerprint,
    signer: signer.publicKey,
    timelock: null,
  };
}

/** Plain, for everybody to read, or sealed under a code of its own; signed in both. */
async function write(
  content: Uint8Array,
  manifest: Manifest,
  signer: Signer,
  options: Options,
  io: Io,
): Promise<void> {
  const bytes = manifestBytes(manifest);
  const force = options.force ?? false;
  if (options.notBefore === undefined) {
    const signature = signed(signer, bytes, content);
    await writeWhole(options.output, plainContainer({ signature, manifest: bytes }, content), { force }, io);
    return;
  }
  const code = newCode();
  const file = await sealed({ content, compressed: compressed(content), signer }, manifest, {
    codes: [code],
    recipients: [],
  });
  const { event, stage, crew, notBefore } = manifest;
  const entry = {
    file: options.output,
    event,
    stage,
    crew,
    notBefore,
    code: wordsOf(code),
    identity: identityOf(code, bytes),
  };
  await writeWhole(options.output, file, { force }, io);
  await writeWhole(
    options.release ?? `${options.output}.release.json`,
    releaseText([entry]),
    { force, mode: 0o600 },
    io,
  );
}
