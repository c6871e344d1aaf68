/** A text that is more than a reader is made for: somebody else has to read it. */
export class Unusual extends Error {}

/** Codes of the characters that mean something. */
export const sign = {
  newline: 0x0a,
  space: 0x20,
  quote: 0x22,
  hash: 0x23,
  apostrophe: 0x27,
  comma: 0x2c,
  dash: 0x2d,
  colon: 0x3a,
  fold: 0x3e,
  listOpens: 0x5b,
  listCloses: 0x5d,
  mappingOpens: 0x7b,
  bar: 0x7c,
  mappingCloses: 0x7d,
} as const;

const isWordPart = classOf(/[\w$-]/);
const isWordStart = classOf(/[A-Za-z$]/);
/** What begins a plain scalar and nothing else, a dash aside. */
export const isPlainStart = classOf(/[\w$()+./;<=\\^~-]/);
/** Digits, point and dash. */
export const isFigurePart = classOf(/[\d.-]/);
/** What ends a plain scalar in brackets. */
export const isFlowSign = classOf(/[[\]{},]/);

function classOf(pattern: RegExp): (code: number) => boolean {
  const members = Uint8Array.from({ length: 128 }, (_, code) =>
    Number(pattern.test(String.fromCharCode(code))),
  );
  return (code) => members[code] === 1;
}

/** A place in a text of lines, going on. Behind the end, a character's code is NaN, like nothing else. */
export class Lines {
  protected at = -1;
  protected lineStart = 0;
  /** Column of the first word of the line; −1 behind the last line. */
  protected indent = -1;
  protected readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** From the end of a line to the first word of the next line that has one. */
  protected nextLine(): void {
    while (this.at < this.text.length) {
      this.lineStart = this.at + 1;
      this.indent = this.spacesAt(this.lineStart);
      this.at = this.lineStart + this.indent;
      const code = this.text.charCodeAt(this.at);
      if (code === sign.hash) this.skipComment();
      else if (code !== sign.newline && this.at < this.text.length) return;
    }
    this.indent = -1;
  }

  protected isBehindLast(): boolean {
    return this.indent === -1;
  }

  /** Goes past spaces, and past a comment behind one. */
  protected isLineOver(): boolean {
    const code = this.skipSpaces();
    if (code === sign.hash && this.text.charCodeAt(this.at - 1) === sign.space) {
      this.skipComment();
      return true;
    }
    return code === sign.newline || this.at >= this.text.length;
  }

  /** Gives the code of the first character behind them. */
  protected skipSpaces(): number {
    let code = this.text.charCodeAt(this.at);
    while (code === sign.space) code = this.text.charCodeAt(++this.at);
    return code;
  }

  protected spacesAt(start: number): number {
    let at = start;
    while (this.text.charCodeAt(at) === sign.space) at++;
    return at - start;
  }

  /** Whether an item of a list begins here. */
  protected isDash(): boolean {
    return this.text.charCodeAt(this.at) === sign.dash && this.isBreak(this.at + 1);
  }

  /** Where the word that begins here ends, if it is a key: with a colon behind it, and a space or the end of the line. */
  protected keyEnd(): number | null {
    let end = this.at;
    if (!isWordStart(this.text.charCodeAt(end))) return null;
    do end++;
    while (isWordPart(this.text.charCodeAt(end)));
    return this.text.charCodeAt(end) === sign.colon && this.isBreak(end + 1) ? end : null;
  }

  protected isBreak(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === sign.space || code === sign.newline || at >= this.text.length;
  }

  private skipComment(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end;
  }
}
