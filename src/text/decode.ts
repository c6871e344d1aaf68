import { latin1, looseUtf8, strictUtf8 } from './bytes.ts';
import { type Diagnostic, problem } from './diagnostic.ts';
import type { Source } from './source.ts';

/** The largest file that is read, in bytes, as docs/formats.md says. A stage with a full-size picture at each of 2,000 notes is smaller. */
export const maxBytes = 64 * 1024 * 1024;

/** `source` is null when the bytes are no text at all; a diagnostic then says what they are. */
export interface Decoded {
  readonly source: Source | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bytes to text. UTF-8 and UTF-16 are told by their byte-order mark or their first characters; an XML file may declare
 * any encoding of the WHATWG Encoding Standard. Bytes that do not fit their encoding are reported once and read as well
 * as can be.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length > maxBytes) return tooLarge(bytes.length);
  if (signatureOf(bytes) !== null) return binary(bytes);
  const { encoding, skip } = sniff(bytes);
  const content = bytes.subarray(skip);
  if (encoding === 'utf-8' && content.includes(0)) return binary(content);
  const { text, diagnostics } = encoding === 'utf-8' ? fromBytes(content) : fromEncoding(content, encoding);
  if (encoding !== 'utf-8' && text.includes('\0')) return binary(content);
  return { source: { file, text }, diagnostics };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By the byte-order mark, or by the zero byte that ASCII has in UTF-16 (as XML 1.0 appendix F does for `<?`). */
function sniff([a, b, c, d]: Uint8Array): { encoding: Encoding; skip: number } {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (isPrintable(a) && b === 0 && isPrintable(c) && d === 0) return { encoding: 'utf-16le', skip: 0 };
  if (a === 0 && isPrintable(b) && c === 0 && isPrintable(d)) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: 'utf-8', skip: 0 };
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13);
}

interface Read {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** An encoding whose ASCII characters are ASCII bytes: UTF-8 unless an XML declaration says otherwise. */
function fromBytes(bytes: Uint8Array): Read {
  const declared = declaredEncoding(bytes);
  if (declared === null) return fromUtf8(bytes);
  if (isKnown(declared.label)) return fromEncoding(bytes, declared.label);
  const { text, diagnostics } = fromUtf8(bytes);
  const unknown = problem('bad-encoding', {
    message: `the file declares the encoding “${declared.label}”, which is not known here`,
    span: declared.span,
    help: 'save the file as UTF-8',
  });
  return { text, diagnostics: [unknown, ...diagnostics] };
}

function fromUtf8(bytes: Uint8Array): Read {
  const text = strictUtf8(bytes);
  return text === null ? guessed(bytes) : { text, diagnostics: [] };
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** The label in `<?xml … encoding="…"?>`, when it is another than UTF-8. */
function declaredEncoding(bytes: Uint8Array): { label: string; span: Diagnostic['span'] } | null {
  const declaration = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    latin1(bytes.subarray(0, 400)),
  );
  const label = declaration?.[1];
  if (!declaration || label === undefined) return null;
  // An ASCII declaration that claims UTF-16 contradicts itself: the bytes are right.
  if (/^(utf-?8|us-ascii|ascii|utf-?16(le|be)?)$/i.test(label)) return null;
  const end = declaration[0].length - 1;
  return { label, span: { start: end - label.length, end } };
}

function fromEncoding(bytes: Uint8Array, label: string): Read {
  const strict = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  if (strict.encoding === 'windows-1252') {
    // Letters of that encoding are hardly ever sound UTF-8: an editor saved the file anew and left its declaration.
    const utf8 = /[\x80-\xff]/.test(latin1(bytes)) ? strictUtf8(bytes) : null;
    if (utf8 === null) return { text: fromWindows1252(bytes), diagnostics: [] };
    const at = utf8.search(/[^\0-\x7f]/);
    return { text: utf8, diagnostics: [badBytes(at, `UTF-8, not ${label} as it declares`)] };
  }
  try {
    return { text: strict.decode(bytes), diagnostics: [] };
  } catch {
    const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
    return { text, diagnostics: [badBytes(text.indexOf('\ufffd'), `not ${strict.encoding.toUpperCase()}`)] };
  }
}

/** Characters 80 to 9F of windows-1252 (WHATWG Encoding Standard); Node 20 decodes them as Latin-1. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (c) => upper[c.charCodeAt(0) - 0x80] ?? c);
}

/**
 * Invalid UTF-8. Where no other character says that it is UTF-8 at all, it is most likely what spreadsheets save, and
 * accents come out right as Windows-1252.
 */
function guessed(bytes: Uint8Array): Read {
  const text = looseUtf8(bytes);
  const bad = text.indexOf('\ufffd');
  if (/[^\0-\x7f\ufffd]/.test(text)) return { text, diagnostics: [badBytes(bad, 'not UTF-8')] };
  return { text: fromWindows1252(bytes), diagnostics: [badBytes(bad, 'not UTF-8; read as Windows-1252')] };
}

function badBytes(at: number, what: string): Diagnostic {
  return problem('bad-encoding', {
    message: `the file has bytes that are ${what}`,
    span: { start: at, end: at + 1 },
    help: 'save the file as UTF-8',
  });
}

function tooLarge(size: number): Decoded {
  const mib = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  const message = `the file has ${mib(size)} MiB; at most ${mib(maxBytes)} MiB are read`;
  const help = 'store pictures smaller, or split the roadbook by stage';
  return { source: null, diagnostics: [problem('too-large', { message, help })] };
}

const signatures: readonly (readonly [start: string, what: string, help: string | null])[] = [
  [
    'PK\x03\x04',
    'a ZIP archive',
    'unpack it and give the file inside; a spreadsheet (XLSX) must be saved as CSV',
  ],
  ['%PDF', 'a PDF', 'export the roadbook from its editor as OpenRally GPX'],
  ['\x89PNG', 'a PNG picture', null],
  ['\xff\xd8\xff', 'a JPEG picture', null],
  ['\x1f\x8b', 'a gzip archive', 'unpack it first'],
  ['\xd0\xcf\x11\xe0', 'an old Excel or Word file', 'save a spreadsheet as CSV'],
  ['GIF8', 'a GIF picture', null],
  ['age-encryption.org/', 'a sealed file', 'open it with `roadbook open`'],
];

function signatureOf(bytes: Uint8Array): (typeof signatures)[number] | null {
  const head = latin1(bytes.subarray(0, 64));
  return signatures.find(([start]) => head.startsWith(start)) ?? null;
}

function binary(bytes: Uint8Array): Decoded {
  const [, what, help] = signatureOf(bytes) ?? [null, 'a binary file', null];
  const message = `this is ${what}, not a roadbook`;
  const text = 'give a roadbook as text: native YAML or JSON, OpenRally GPX, RN2, TLP, ORB or CSV';
  return { source: null, diagnostics: [problem('binary-file', { message, help: help ?? text })] };
}
