import { keyFingerprint } from '../seal/signing.ts';
import { readSealed } from '../seal/unseal.ts';
import { forTerminal } from '../text/escape.ts';
import type { Command, Io } from './command.ts';
import { sayFault } from './fault-message.ts';
import { namesKey, publicKeyFrom } from './public-key.ts';
import { looksSealed, sealedOrPlain } from './stage-bytes.ts';
import { readTrusted, trusting, writeTrusted } from './trusted.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly event?: string;
  readonly signer?: string;
  readonly replace?: true;
  readonly remove?: true;
}

export const command: Command<[file?: string], Options> = {
  configure(verb) {
    verb
      .argument(
        '[file]',
        'the organiser’s public key (.pub), or a sealed file; without it, who is trusted is listed',
      )
      .option('--event <name>', 'the event that the key signs for; a sealed file names its own')
      .option('--signer <fingerprint>', 'trust the key only if it has this fingerprint')
      .option('--replace', 'trust another key than before for the event')
      .option('--remove', 'with --event: trust no key for it any more')
      .addHelpText('after', help);
  },

  async run([file], options, io) {
    const trusted = await readTrusted(io);
    if (options.remove) {
      if (options.event === undefined) throw new UsageError('--remove needs --event');
      const { [options.event]: gone, ...events } = trusted.events;
      if (gone === undefined) throw new UsageError(`no key is trusted for '${options.event}'`);
      await writeTrusted({ ...trusted, events }, io);
      return 0;
    }
    if (file === undefined) {
      for (const [event, { key, since }] of Object.entries(trusted.events))
        io.stdout.write(`${keyFingerprint(key)}  ${since}  ${forTerminal(event)}\n`);
      return 0;
    }
    const found = await keyIn(file, options.event, io);
    if (found === null) return 1;
    const { event, key } = found;
    if (options.signer !== undefined && !namesKey(options.signer, key)) {
      sayFault(file, { fault: 'signer-changed', wanted: options.signer, signer: key }, io);
      return 1;
    }
    const before = Object.hasOwn(trusted.events, event) ? trusted.events[event] : undefined;
    if (before !== undefined && before.key !== key && !options.replace) {
      sayFault(file, { fault: 'signer-changed', wanted: keyFingerprint(before.key), signer: key }, io);
      io.stderr.write('  --replace trusts the new key instead\n');
      return 1;
    }
    await writeTrusted(trusting(trusted, event, key, new Date()), io);
    io.stderr.write(`${forTerminal(`trusted for ${event || 'events without a name'}`)}:\n`);
    io.stdout.write(`${keyFingerprint(key)}\n`);
    return 0;
  },
};

const help = `
Compare the fingerprint with what the organiser publishes by another way than the files: a notice board, the regulations.

Examples:
  roadbook trust organiser.key.pub --event "Erfoud shakedown"
  roadbook trust stage2.roadbook.age --signer "77c1 92ab 0d11 4fe2 9a03"
  roadbook trust                                  who is trusted, for what`;

async function keyIn(
  file: string,
  named: string | undefined,
  io: Io,
): Promise<{ event: string; key: string } | null> {
  const bytes = await sealedOrPlain(file, io);
  if (bytes === null) return null;
  if (looksSealed(bytes)) {
    const sealed = await readSealed(bytes);
    const fault =
      'fault' in sealed
        ? sealed
        : sealed.announced === null
          ? ({ fault: 'manifest-missing' } as const)
          : null;
    if (fault !== null || 'fault' in sealed || sealed.announced === null) {
      if (fault !== null) sayFault(file, fault, io);
      return null;
    }
    const { event, signer } = sealed.announced.manifest;
    return { event: named ?? event ?? '', key: signer };
  }
  const key = publicKeyFrom(Buffer.from(bytes.subarray(0, 16_384)).toString('latin1'));
  if (key === null) {
    sayFault(file, { fault: 'key-unreadable' }, io);
    return null;
  }
  if (named === undefined) throw new UsageError('a public key names no event: add --event');
  return { event: named, key };
}
