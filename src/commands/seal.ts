import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command as Verb } from 'commander';
import type { Roadbook } from '../model/roadbook.ts';
import { roundAt } from '../seal/chain.ts';
import { newCode, wordsOf } from '../seal/code.ts';
import { compressed } from '../seal/container.ts';
import { identityOf } from '../seal/identity.ts';
import { type Manifest, manifestBytes } from '../seal/manifest.ts';
import { sealed, type ToSeal } from '../seal/sealed.ts';
import { keyFingerprint, type Signer } from '../seal/signing.ts';
import { forTerminal } from '../text/escape.ts';
import { chainOf } from './beacons.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { sayFault } from './fault-message.ts';
import { progressMeter } from './progress.ts';
import { type RecipientOptions, recipientOptions, recipientsOf } from './recipients.ts';
import { type ReleaseEntry, releaseText } from './release-file.ts';
import { type RulingOptions, rulingOptions, settingsOf } from './ruling-options.ts';
import { type Planned, type PlanOptions, planned } from './sealing-plan.ts';
import { signingKey } from './signing-key.ts';
import { type StageToSeal, stageToSeal } from './stage-to-seal.ts';
import { UsageError } from './usage-error.ts';
import { kindOf, writeWhole } from './write-file.ts';

interface Options extends RulingOptions, RecipientOptions, PlanOptions {
  readonly key: string;
  readonly passphraseFile?: string;
  readonly release?: string;
  /** False by `--no-code`. */
  readonly code: boolean;
  readonly timelock?: true;
  readonly chain?: string;
  readonly force?: true;
}

export const command: Command<[files: string[]], Options> = {
  configure(verb: Verb) {
    verb
      .argument('<files...>', 'roadbooks of any format, a stage each')
      .option(
        '--not-before <time>',
        'when it is released, as 2026-10-12T07:25:00Z; else by the stage’s start',
      )
      .option('--before <time>', 'this long before the start, as 15m; else as the stage says')
      .option('--start-list <file>', 'a file for each crew: CSV or YAML with crew and start')
      .option('-o, --output <out>', 'the sealed file, or the folder for several')
      .option('--release <file>', 'where the codes go, for your eyes alone (0600)')
      .option('--key <file>', 'the signing key that keygen made', 'organiser.key')
      .option('--passphrase-file <file>', 'read the passphrase of the key from a file; - is standard input')
      .option('--timelock', 'also open to everybody with the drand beacon of the release, by nobody before')
      .option('--chain <file>', 'with --timelock: the /info of another drand network than quicknet')
      .option('--no-code', 'no release code: recipients alone can open it')
      .option('--force', 'overwrite files that are there');
    recipientOptions(verb);
    rulingOptions(verb).addHelpText('after', help);
  },

  async run([files], options, io): Promise<ExitCode> {
    const recipients = await recipientsOf(options, io);
    const settings = await settingsOf(options, io);
    const stages: StageToSeal[] = [];
    for (const file of files) {
      const stage = await stageToSeal(file, settings, io);
      if (stage !== null) stages.push(stage);
    }
    if (stages.length < files.length) return 1;
    const plan = await planned(stages, options, recipients, io);
    const nobody =
      options.code || options.timelock ? undefined : plan.find((one) => one.recipients.length === 0);
    if (nobody !== undefined)
      throw new UsageError(`without a code or a recipient, nobody could open '${nobody.output}'`);
    const release = options.release ?? releaseBeside(plan, options);
    await refuseOverwriting([...plan.map(({ output }) => output), release], options, io);
    const signer = await signingKey(options.key, options.passphraseFile, io);
    if ('fault' in signer) {
      sayFault(options.key, signer, io);
      return 1;
    }
    const past = plan.filter(({ notBefore }) => notBefore < Date.now()).length;
    if (past > 0)
      io.stderr.write(`the release has passed already for ${past} of ${plan.length} files, by this clock\n`);
    const entries = await sealAll(plan, signer, options, io);
    await writeWhole(release, releaseText(entries), { force: options.force ?? false, mode: 0o600 }, io);
    io.stderr.write(
      forTerminal(`${release}: the codes; keep it secret until the release (roadbook release ${release})`),
    );
    io.stderr.write(`\nsigned by ${keyFingerprint(signer.publicKey)}\n`);
    return 0;
  },
};

const help = `
Coordinates (but where a note says show-at), the track, remarks and kept fields are taken out, and what was taken out is said.
A roadbook with errors is not sealed. The sealed file is an age file with a public manifest; hand it out as early as you like.

Examples:
  roadbook seal stage2.gpx --not-before 2026-10-12T07:25:00Z
  roadbook seal stage2.roadbook.yaml --start-list crews.csv --before 15m -o sealed/
  roadbook seal stage2.gpx --recipient age1… --no-code`;

/** Beside the sealed file, but never inside a folder that is handed out. */
function releaseBeside(plan: readonly Planned[], { output, startList }: Options): string {
  const file = plan[0]?.output ?? 'stage';
  const folder = dirname(file);
  const isHandedOut = plan.length > 1 || startList !== undefined || (output !== undefined && output !== file);
  if (!isHandedOut) return `${file.replace(/(\.roadbook)?\.age$/, '')}.release.json`;
  return `${folder === '.' ? 'stages' : folder}.release.json`;
}

/** Found out before the passphrase is asked for and the first file is written. */
async function refuseOverwriting(files: readonly string[], { force }: Options, io: Io): Promise<void> {
  if (force) return;
  for (const file of files) {
    if (kindOf(resolve(io.cwd, file)) === 'file')
      throw new UsageError(`'${file}' is there already; --force overwrites it`);
  }
}

async function sealAll(
  plan: readonly Planned[],
  signer: Signer,
  options: Options,
  io: Io,
): Promise<ReleaseEntry[]> {
  const toSeal = new Map<StageToSeal, ToSeal>();
  const entries: ReleaseEntry[] = [];
  const meter = progressMeter(plan.length, io.stderr);
  const date = new Date();
  for (const folder of new Set(plan.map(({ output }) => dirname(resolve(io.cwd, output)))))
    await mkdir(folder, { recursive: true });
  for (const [i, one] of plan.entries()) {
    meter.show(i, one.output);
    const { stage } = one;
    const ready = toSeal.get(stage) ?? {
      content: stage.content,
      compressed: compressed(stage.content),
      signer,
    };
    toSeal.set(stage, ready);
    entries.push(await sealOne(one, ready, date, options, io));
  }
  meter.clear();
  const [first] = plan;
  io.stderr.write(
    forTerminal(
      plan.length === 1
        ? `${first?.output}: sealed`
        : `${plan.length} files sealed in ${join(first?.output ?? '', '..')}`,
    ),
  );
  io.stderr.write('\n');
  return entries;
}

async function sealOne(
  one: Planned,
  ready: ToSeal,
  date: Date,
  options: Options,
  io: Io,
): Promise<ReleaseEntry> {
  const lock = options.timelock ? await locking(one.notBefore, options.chain, io) : null;
  const recipients = lock === null ? one.recipients : [...one.recipients, lock.recipient];
  const manifest = manifestFor(one, ready.signer, date, lock?.timelock ?? null);
  const code = options.code ? newCode() : null;
  const bytes = await sealed(ready, manifest, {
    codes: code === null ? [] : [code],
    recipients,
  });
  await writeWhole(one.output, bytes, { force: options.force ?? false }, io);
  const { event, stage, crew, notBefore } = manifest;
  const key = code === null ? null : identityOf(code, manifestBytes(manifest));
  return { file: one.output, event, stage, crew, notBefore, code: code && wordsOf(code), identity: key };
}

/** The first round of the chain that is not before the release. */
async function locking(notBefore: number, chainFile: string | undefined, io: Io) {
  const { timelocked } = await import('../seal/timelock.ts');
  const chain = await chainOf(chainFile, io);
  const round = roundAt(chain, notBefore);
  return { recipient: timelocked(chain, round), timelock: { chain: chain.hash, round } };
}

function manifestFor(
  { stage, crew, notBefore }: Planned,
  signer: Signer,
  date: Date,
  timelock: Manifest['timelock'],
): Manifest {
  return {
    'roadbook-manifest': 1,
    kind: 'roadbook',
    event: stage.roadbook.event,
    stage: stageTitle(stage.roadbook),
    crew,
    notBefore: isoSeconds(new Date(notBefore)),
    sealed: isoSeconds(date),
    fingerprint: stage.fingerprint,
    signer: signer.publicKey,
    timelock,
  };
}

export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Its number and name. */
export function stageTitle({ stage: { number, name } }: Roadbook): string | null {
  return [number, name].filter((part) => part !== null).join(' · ') || null;
}
