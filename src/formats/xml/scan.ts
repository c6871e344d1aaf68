import { type NameReader, nameReader } from '../../text/names.ts';
import { type XmlAttribute, type XmlHandler, xmlLimits } from './handler.ts';

/**
 * Reads a plain, sound document several times as fast as a full parser: pictures in CDATA are passed over with `indexOf`, and
 * nothing is counted that only an error needs. It calls the handler as `parseXml` does. False as soon as it meets anything
 * it is not sure of, be it an error, a DOCTYPE or a name beyond ASCII: what it said until then must be forgotten, and
 * `parseXml` has the word. test/formats/xml/scan.test.ts holds the two against each other.
 */
export function scanXml(text: string, handler: XmlHandler): boolean {
  declaration.lastIndex = 0;
  let at = declaration.test(text) ? declaration.lastIndex : 0;
  const open: string[] = [];
  const names = nameReader(text);
  let hasRoot = false;
  // From here to `at`, characters that XML cannot hold were not looked for; what a handler takes is sound.
  let unseen = 0;
  for (;;) {
    // White space between two tags is nearly all that stands there.
    const behind = blankEnd(text, at);
    const start = text.charCodeAt(behind) === less ? behind : text.indexOf('<', behind);
    if (start === -1) break;
    if (start > behind && !said(text, at, start, open.length > 0, handler)) return false;
    const next = text.charCodeAt(start + 1);
    if (next === slash) {
      at = endTag(text, start, open, handler);
    } else if (next === question) {
      at = instruction(text, start, handler);
    } else if (next === exclamation) {
      at = section(text, start, open.length > 0, handler);
    } else {
      if (open.length === 0 && hasRoot) return false;
      hasRoot = true;
      const taken = handler.take?.(start) ?? -1;
      if (taken === -1) {
        at = startTag(text, start, open, names, handler);
      } else {
        if (unseen < at && unsure.test(text.slice(unseen, start))) return false;
        at = taken;
        unseen = taken;
      }
    }
    if (at === -1) return false;
  }
  const isWhole = hasRoot && open.length === 0 && isBlank(text, at, text.length);
  return isWhole && !unsure.test(text.slice(unseen));
}

/** Characters that XML cannot hold. */
const unsure =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const declaration =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y;

const less = 60;
const slash = 47;
const question = 63;
const exclamation = 33;
const greater = 62;
const equals = 61;

/** 1 for a character that may begin a name, 2 for one that may only stand behind, 4 for white space; ASCII alone. */
const kinds = new Uint8Array(0x1_0000);
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') kinds[c.charCodeAt(0)] = 1;
for (const c of '0123456789.-') kinds[c.charCodeAt(0)] = 2;
for (const c of ' \t\n\r') kinds[c.charCodeAt(0)] = 4;

function kindAt(text: string, at: number): number {
  // Behind the end there is NaN, which is of no kind.
  return kinds[text.charCodeAt(at) | 0] ?? 0;
}

function nameEnd(text: string, start: number): number {
  let at = start;
  if (kindAt(text, at) !== 1) return at;
  while ((kindAt(text, at) & 3) !== 0) at++;
  return at;
}

function blankEnd(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code <= 32; code = text.charCodeAt(++at))
    if (kinds[code] !== 4) return at;
  return at;
}

function isBlank(text: string, start: number, end: number): boolean {
  return blankEnd(text, start) >= end;
}

/** Most elements have no attributes, and share this: it stays empty. */
const none: XmlAttribute[] = [];

/** The offset behind the tag; −1 when it is not sure. */
function startTag(
  text: string,
  start: number,
  open: string[],
  names: NameReader,
  handler: XmlHandler,
): number {
  let at = nameEnd(text, start + 1);
  if (at === start + 1 || open.length >= xmlLimits.depth) return -1;
  const name = names(start + 1, at);
  let attributes = none;
  for (;;) {
    const before = at;
    at = blankEnd(text, at);
    const code = text.charCodeAt(at);
    if (code === greater) {
      open.push(name);
      handler.open(name, attributes, start, at + 1);
      return at + 1;
    }
    if (code === slash) {
      if (text.charCodeAt(at + 1) !== greater) return -1;
      handler.open(name, attributes, start, at + 2);
      handler.close(at + 2, at + 2);
      return at + 2;
    }
    if (at === before || attributes.length >= xmlLimits.attributes) return -1;
    const attribute = attributeAt(text, at, names);
    if (attribute === null || has(attributes, attribute.name)) return -1;
    if (attributes === none) attributes = [attribute];
    else attributes.push(attribute);
    at = attribute.end + 1;
  }
}

function has(attributes: readonly XmlAttribute[], name: string): boolean {
  for (const one of attributes) if (one.name === name) return true;
  return false;
}

function attributeAt(text: string, start: number, names: NameReader): XmlAttribute | null {
  const end = nameEnd(text, start);
  if (end === start) return null;
  const sign = blankEnd(text, end);
  if (text.charCodeAt(sign) !== equals) return null;
  const quote = blankEnd(text, sign + 1);
  const mark = text.charAt(quote);
  if (mark !== '"' && mark !== "'") return null;
  const close = text.indexOf(mark, quote + 1);
  if (close === -1) return null;
  const raw = text.slice(quote + 1, close);
  const value = plainValue.test(raw) ? raw : attributeValue(raw);
  return value === null ? null : { name: names(start, end), value, start: quote + 1, end: close };
}

const plainValue = /^[^<&\t\n\r]*$/;

/** References and line ends resolved; null when something is not sound. */
function attributeValue(raw: string): string | null {
  return raw.includes('<') ? null : decoded(raw.replace(/\r\n?|[\t\n]/g, ' '));
}

function endTag(text: string, start: number, open: string[], handler: XmlHandler): number {
  const name = open.pop();
  if (name === undefined || !text.startsWith(name, start + 2)) return -1;
  const at = blankEnd(text, start + 2 + name.length);
  if (text.charCodeAt(at) !== greater) return -1;
  handler.close(start, at + 1);
  return at + 1;
}

/** Character data that is not white space alone. */
function said(text: string, start: number, end: number, isInside: boolean, handler: XmlHandler): boolean {
  if (!isInside) return false;
  const raw = text.slice(start, end);
  if (raw.includes(']]>')) return false;
  const data = decoded(normalised(raw));
  if (data === null) return false;
  if (notBlank.test(data)) handler.text(data);
  return true;
}

/** A comment or a CDATA section. */
function section(text: string, start: number, isInside: boolean, handler: XmlHandler): number {
  if (text.startsWith('<!--', start)) {
    const end = text.indexOf('--', start + 4);
    return end !== -1 && text.charCodeAt(end + 2) === greater ? end + 3 : -1;
  }
  if (!isInside || !text.startsWith('<![CDATA[', start)) return -1;
  const end = text.indexOf(']]>', start + 9);
  if (end === -1) return -1;
  if (end > start + 9) handler.text(normalised(text.slice(start + 9, end)));
  return end + 3;
}

function instruction(text: string, start: number, handler: XmlHandler): number {
  const targetEnd = nameEnd(text, start + 2);
  const end = text.indexOf('?>', targetEnd);
  const target = text.slice(start + 2, targetEnd);
  if (end === -1 || target === '' || target.includes(':') || target.toLowerCase() === 'xml') return -1;
  const body = blankEnd(text, targetEnd);
  if (body === targetEnd && end !== targetEnd) return -1;
  handler.instruction(target, normalised(text.slice(Math.min(body, end), end)));
  return end + 2;
}

const notBlank = /[^ \t\n\r]/;

/** Line ends as XML has them. */
function normalised(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** References resolved; null when one is not sound. */
function decoded(text: string): string | null {
  if (!text.includes('&')) return text;
  let isSound = true;
  const resolved = text.replace(
    /&(?:#x([\da-fA-F]{1,6});|#(\d{1,7});|(amp|lt|gt|quot|apos);|)/g,
    (_, hex, dec, name) => {
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      if (name !== undefined) return named[name] ?? '';
      if (isLegal(code)) return String.fromCodePoint(code);
      isSound = false;
      return '';
    },
  );
  return isSound ? resolved : null;
}

function isLegal(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
