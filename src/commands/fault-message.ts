import type { Fault, LockFault } from '../seal/fault.ts';
import { keyFingerprint } from '../seal/signing.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import type { Io } from './command.ts';

/** A fault of a sealed file as a finding, with its code and what to do. Says nothing of a code, a key or the content. */
export function diagnosticOf(fault: Fault): Diagnostic {
  const [message, help] = words(fault);
  return problem(fault.fault, { message, help });
}

/** Says on stderr why a file does not open. */
export function sayFault(file: string, fault: Fault, io: Io): void {
  const { code, rule, message, help } = diagnosticOf(fault);
  io.stderr.write(`${forTerminal(`${file}: error ${code} ${rule}: ${message}`)}\n`);
  if (help !== null) io.stderr.write(`  help: ${forTerminal(help)}\n`);
}

const again = 'get the file again';

function words(fault: Fault): readonly [message: string, help: string] {
  switch (fault.fault) {
    case 'not-sealed':
      return [
        'this is no sealed file',
        '`roadbook show` and `roadbook drive` take a roadbook that is not sealed',
      ];
    case 'sealed-too-large': {
      const has = fault.bytes === null ? 'more' : `${mib(fault.bytes)} MiB`;
      return [
        `the file has ${has}; at most ${mib(fault.limit)} MiB are read`,
        'ask the organiser what it is',
      ];
    }
    case 'sealed-truncated':
      return [
        `the end of the file is missing${fault.missing === null ? '' : `: ${fault.missing} bytes`}`,
        again,
      ];
    case 'armor-damaged':
      return ['the text form of the age file is damaged', again];
    case 'header-damaged':
      return ['the header of the age file is damaged', again];
    case 'passphrase-refused': {
      const work = fault.workFactor === null ? '' : ` (work factor ${fault.workFactor})`;
      return [
        `the file is encrypted with a passphrase${work}, as no sealed roadbook is`,
        'open it with `age -d`, if you trust it',
      ];
    }
    case 'manifest-missing':
      return ['the file has no manifest, so no code can open it', 'open it with --identity and its key file'];
    case 'manifest-unreadable':
      return [
        'the manifest of the file is none that is understood here',
        'get the file again, or a newer roadbook',
      ];
    case 'manifest-changed':
      return [
        'the manifest is not the one that the organiser signed',
        'trust nothing it says; get the file again',
      ];
    case 'wrong-code':
      return [
        'the code does not open this file: it is of another stage or crew',
        'compare the stage and crew that came with the code',
      ];
    case 'wrong-recipient':
      return [
        'the file was sealed for others: no key that was given opens it',
        'ask for the file of your crew, or for its code',
      ];
    case 'header-changed':
      return ['the key fits, but the header of the file was changed', again];
    case 'content-changed':
      return ['the key fits, but the content was changed on the way; nothing of it is used', again];
    case 'content-too-large':
      return [`the content unpacks to more than ${mib(fault.limit)} MiB`, 'ask the organiser what it is'];
    case 'content-unsigned':
      return [
        'the file opens, but nobody signed what is in it',
        '--allow-unsigned takes it, if you know where it comes from',
      ];
    case 'signature-wrong':
      return [
        'the file opens, but its signature is not of this content; nothing of it is used',
        'tell the organiser',
      ];
    case 'code-length':
      return [
        `that is a code of ${fault.words} words, and one has ${fault.wanted}`,
        'write ? for a word that nobody heard',
      ];
    case 'code-words-unknown':
      return [
        `the words ${listed(fault.at)} are none of the list`,
        'up to two that nobody heard may be written as ?',
      ];
    case 'code-checksum':
      return fault.suspect === null
        ? [
            'the words are no code together: two or more were misheard, or changed places',
            'listen to all of it again',
          ]
        : [
            `word ${fault.suspect} does not fit the others`,
            'listen to that word again, or write ? in its place',
          ];
    case 'key-unreadable':
      return ['that is no key of the kind that is needed', '`roadbook keygen` makes a signing key'];
    case 'wrong-passphrase':
      return ['the passphrase does not open the signing key', 'try again; it cannot be recovered'];
    case 'signer-unknown':
      return [
        `the file is signed by ${keyFingerprint(fault.signer)}, a key that is not trusted for ${fault.event ?? 'this event'}`,
        'compare it with what the organiser publishes, then `roadbook trust` the file, or name the key with --signer',
      ];
    case 'signer-changed':
      return [
        `the file is signed by ${keyFingerprint(fault.signer)}, and the key of this event is ${fault.wanted}`,
        'ask the organiser, by another way than the file came, whether the key changed',
      ];
    default:
      return lockWords(fault);
  }
}

function lockWords(fault: LockFault): readonly [message: string, help: string] {
  switch (fault.fault) {
    case 'beacon-unreadable':
      return [
        'that is no beacon',
        'it has 96 hex digits, or is the JSON that a drand server gives for the round',
      ];
    case 'not-time-locked':
      return ['the file has no time lock', 'open it with its release code'];
    case 'too-early': {
      const given = fault.given === null ? '' : `, and round ${fault.given} was given`;
      return [
        `it is too early: the file opens with round ${fault.round}${given}`,
        `nobody can open it before ${fault.opens}`,
      ];
    }
    case 'other-chain':
      return [
        `the chain ${fault.given} is not ${fault.wanted}`,
        'only beacons of the pinned chain are believed',
      ];
    case 'beacon-forged':
      return [
        `the beacon is not the network’s for round ${fault.round}`,
        'compare it digit by digit, or get it elsewhere',
      ];
    case 'beacon-of-another-round':
      return [
        `the beacon is of round ${fault.given}, and the file opens with round ${fault.round}`,
        `get the beacon of round ${fault.round}`,
      ];
    case 'beacon-not-fetched':
      return [
        `the beacon of round ${fault.round} could not be fetched: ${fault.why}`,
        'give it with --beacon, as 96 hex digits in a file',
      ];
    case 'not-a-stage':
      return [
        `what is inside is of another kind: ${fault.kind}`,
        '--amend takes an amendment, everything else a stage',
      ];
    case 'amendment-unreadable':
      return ['this is no amendment that is understood here', 'get the file again, or a newer roadbook'];
    case 'amendment-of-another-stage':
      return [
        `the amendment is for the roadbook ${fault.wanted}, and this one is ${fault.given}`,
        'get the amendment of this stage; nothing was changed',
      ];
  }
}

function listed(numbers: readonly number[]): string {
  return numbers.length > 6 ? `${numbers.slice(0, 6).join(', ')} …` : numbers.join(', ');
}

function mib(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
