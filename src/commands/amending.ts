import { json } from '../formats/native/format.ts';
import { readRoadbook } from '../formats/read.ts';
import { Amendment, amended, amendmentLines } from '../model/amendment.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Fault } from '../seal/fault.ts';
import { readPlain, type Unsealed } from '../seal/unseal.ts';
import { forTerminal } from '../text/escape.ts';
import type { Io } from './command.ts';
import { sayFault } from './fault-message.ts';
import type { OpeningOptions } from './opening-options.ts';
import { looksSealed, sealedOrPlain } from './stage-bytes.ts';
import { signedByTrusted, unsealed } from './unsealed.ts';

/**
 * A stage with the amendment in it that `--amend` names, as native JSON; as it was when there is none. Null, and said why,
 * when the amendment is not signed by the organiser, or is for another roadbook: nothing is changed then.
 */
export async function withAmendment(
  content: Uint8Array,
  file: string,
  options: OpeningOptions,
  io: Io,
): Promise<Uint8Array | null> {
  const { amend } = options;
  if (amend === undefined) return content;
  const signed = await amendmentIn(amend, options, io);
  if (signed === null) return null;
  const amendment = signed.manifest?.kind === 'amendment' ? read(signed.content) : null;
  if (amendment === null) {
    const kind = signed.manifest?.kind ?? 'nobody’s';
    return refuse(
      amend,
      kind === 'amendment' ? { fault: 'amendment-unreadable' } : { fault: 'not-a-stage', kind },
      io,
    );
  }
  const { roadbook } = await readRoadbook(content, file);
  if (roadbook === null) return content;
  const given = fingerprint(roadbook);
  if (given !== amendment.for)
    return refuse(amend, { fault: 'amendment-of-another-stage', wanted: amendment.for, given }, io);
  const result = amended(roadbook, amendment);
  if (fingerprint(result) !== amendment.gives) return refuse(amend, { fault: 'amendment-unreadable' }, io);
  const name = amendment.bulletin === null ? amend : `${amend}, ${amendment.bulletin}`;
  io.stderr.write(`${forTerminal(`${file} is amended by ${name}:`)}\n`);
  for (const line of amendmentLines(roadbook, amendment)) io.stderr.write(`  ${forTerminal(line)}\n`);
  const written = json.write?.(result, {});
  if (written === undefined) throw new Error('native JSON is written');
  return Buffer.from(written.text);
}

/** Sealed, or plain: the same lines, signed in the same way. */
async function amendmentIn(file: string, options: OpeningOptions, io: Io): Promise<Unsealed | null> {
  const bytes = await sealedOrPlain(file, io);
  if (bytes === null) return null;
  const { signer, amendCodeFile } = options;
  const own: OpeningOptions = {
    ...(signer && { signer }),
    ...(amendCodeFile && { codeFile: amendCodeFile }),
  };
  if (looksSealed(bytes)) return unsealed(bytes, file, own, io);
  const plain = readPlain(bytes);
  if ('fault' in plain) return refuse(file, plain, io);
  return (await signedByTrusted(plain.manifest, file, own, io)) ? plain : null;
}

function refuse(file: string, fault: Fault, io: Io): null {
  sayFault(file, fault, io);
  return null;
}

function read(content: Uint8Array): Amendment | null {
  try {
    const parsed = Amendment.safeParse(JSON.parse(Buffer.from(content).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
