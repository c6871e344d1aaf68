/**
 * Texts as YAML scalars that YAML 1.1 and 1.2 read alike: what either could take for something else is quoted, what a
 * screen would not show is escaped.
 */

// Words that are values to YAML 1.1 or 1.2, or to one of their parsers (`e0`, a number to some).
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|e\d+)$/i;
// Begins with a letter, so it can be no number, date or indicator; single spaces inside.
const plainInBlock = /^\p{L}(?:[\p{L}\p{M}\p{N}()+,./;!?°–—…’“”'"=%&*|<>@$_-]| (?=[^ #])|:(?=[^ ])|#)*$/u;
const plainInFlow = /^\p{L}(?:[\p{L}\p{M}\p{N}()+./;!°–—…’“”=%_-]| (?=[^ #]))*$/u;

/** One line for a block (`key: …`) or for inside brackets. */
export function oneLine(text: string, inFlow: boolean): string {
  const plain = inFlow ? plainInFlow : plainInBlock;
  return text.length < 200 && plain.test(text) && !text.endsWith(':') && !reserved.test(text)
    ? text
    : quoted(text);
}

// What JSON leaves as it is but YAML 1.1 breaks lines at, forbids, or a screen hides (see src/text/escape.ts).
const hidden =
  /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;

function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (isPlainLine(json)) return json;
  return json.replace(hidden, (c) => {
    const code = c.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

// Lines that a literal block gives back exactly, and that a reader can see: no control character, no line of blanks.
const blockable = /^[^\s\p{C}](?:[^\p{C}\u2028\u2029]|[\t\n\u{10000}-\u{10ffff}])*$/u;

const beyondPlain = /[^ -~]/;

/** A line of plain ASCII, such as a picture in a data URL: certainly blockable, and told in a fraction of the time. */
function isPlainLine(text: string): boolean {
  return !text.startsWith(' ') && !beyondPlain.test(text);
}

/** Whether a text reads better, and survives, as a block below its key. */
export function fitsBlock(text: string): boolean {
  if (!text.includes('\n') && text.length < longLine) return false;
  return isPlainLine(text) || (blockable.test(text) && !/\n\n$/.test(text) && !/^[ \t]+$/m.test(text));
}

const longLine = 200;
const foldWidth = 100;

/** `|` and the lines under it; prose on one long line is folded. Begins behind `key: `. */
export function block(text: string, indent: string): string {
  // A picture, long as it is, is looked through only once more.
  if (!text.includes(' ') && !text.includes('\n')) return `|-\n${indent}${text}`;
  const chomping = text.endsWith('\n') ? '' : '-';
  const lines = text.replace(/\n$/, '').split('\n');
  const [only = ''] = lines;
  if (lines.length === 1 && isProse(only)) return `>${chomping}\n${fold(only, indent)}`;
  return `|${chomping}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`;
}

/** Words with single spaces, none of them long: not base64. */
function isProse(line: string): boolean {
  return line.split(' ').every((word) => word.length < foldWidth) && !/\s{2}|\s$|\t/.test(line);
}

function fold(line: string, indent: string): string {
  const lines: string[] = [];
  let open = '';
  for (const word of line.split(' ')) {
    if (open !== '' && open.length + 1 + word.length > foldWidth) {
      lines.push(indent + open);
      open = word;
    } else {
      open = open === '' ? word : `${open} ${word}`;
    }
  }
  return [...lines, indent + open].join('\n');
}

/** Digits that are a number in YAML 1.1 too: it wants a point before an exponent. */
export function figure(value: number): string {
  const digits = String(value);
  return digits.includes('e') && !digits.includes('.') ? digits.replace('e', '.0e') : digits;
}
