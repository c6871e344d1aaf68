/**
 * Text from a file is data. These make it harmless for the place where it is shown; nothing else in the project
 * writes a file's text anywhere.
 */

// C0 (but tab and newline handled apart), DEL, C1, and the bidirectional and invisible controls that can reorder or hide
// text on a screen (Unicode Bidi_Control, U+200B–U+200F, U+2028–U+202E, U+2060–U+206F, U+FEFF, tags, lone surrogates).
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]|[\ud800-\udfff]/gu;

/** One line for a terminal: no control, reordering or invisible character survives; each becomes a visible `\u{…}`. */
export function forTerminal(text: string): string {
  return text.replace(unsafe, (c) => {
    if (c === '\t' || c === '\n' || c === '\r') return ' ';
    return `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/** For text and attribute values of HTML, XML and SVG; characters XML 1.0 cannot hold become U+FFFD. */
export function forMarkup(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '\ufffd')
      .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
  );
}

/** For running text and tables of Markdown: punctuation that could mean something becomes a character reference. */
export function forMarkdown(text: string): string {
  return forTerminal(text).replace(/[&<>"'|`*_~[\]#@!\\$]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A value as JSON in which no control, reordering or invisible character stands raw: they become `\u` escapes. */
export function toJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(unsafe, (c) =>
    c === '\n' ? c : [...Array(c.length).keys()].map((i) => `\\u${hex4(c.charCodeAt(i))}`).join(''),
  );
}

function hex4(code: number): string {
  return code.toString(16).padStart(4, '0');
}
