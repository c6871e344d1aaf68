import { type NameReader, nameReader } from '../../text/names.ts';
import { closingQuote } from '../../text/quoted.ts';
import { limits } from '../limits.ts';
import type { Document } from './document.ts';
import { type Node, nodeOf } from './node.ts';
import { figureIn } from './yaml-figure.ts';
import { isFigurePart, isFlowSign, isPlainStart, Lines, sign, Unusual } from './yaml-lines.ts';
import { type HoldsText, plainValue } from './yaml-scalar.ts';

/**
 * The YAML that roadbooks are written in: mappings and lists by indentation, or in brackets on one line; scalars on one
 * line, plain or in quotes; blocks behind `|` and `>`; comments. Null for anything else, be it right or wrong: that is for the
 * parser of all of YAML (yaml.ts), which gives the same value and the same places wherever both read a text.
 * Places cost nothing until they are asked for: then the text is gone through again.
 */
export function parsePlainYaml(text: string, holdsText: HoldsText = () => false): Document | null {
  try {
    const value = new Scanner(text, holdsText, null).document();
    let root: Node | null = null;
    return { value, root: () => (root ??= treeOf(text, holdsText)), diagnostics: [] };
  } catch (error) {
    if (error instanceof Unusual) return null;
    throw error;
  }
}

function treeOf(text: string, holdsText: HoldsText): Node {
  const places: number[] = [];
  const value = new Scanner(text, holdsText, places).document();
  return nodeOf(value, places.values());
}

/** Control characters (tabs and carriage returns too), line breaks of other kinds, byte-order marks, surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const unusual = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/;

/** A key is a word that is no value. */
function checkKey(name: string): void {
  if (name === 'prototype' || typeof plainValue(name) !== 'string') throw new Unusual();
}

/** Goes through a text once. `places`: where to note start and end of every key and value, in their order. */
class Scanner extends Lines {
  private depth = 0;
  /** Behind the last value. */
  private end = 0;
  private readonly holdsText: HoldsText;
  private readonly places: number[] | null;
  private readonly names: NameReader;

  constructor(text: string, holdsText: HoldsText, places: number[] | null) {
    super(text);
    this.holdsText = holdsText;
    this.places = places;
    this.names = nameReader(text, checkKey);
  }

  document(): unknown {
    if (unusual.test(this.text)) throw new Unusual();
    this.nextLine();
    if (this.indent !== 0) throw new Unusual();
    const value = this.block(null, null);
    if (!this.isBehindLast()) throw new Unusual();
    return value;
  }

  /** A list or mapping that begins on a line of its own. */
  private block(parentKey: string | null, key: string | null): unknown {
    return this.isDash() ? this.list(parentKey, key, this.indent) : this.mapping(key, this.indent);
  }

  /** Ends before the first line that does not begin in its column; if none above begins there, the document does not end. */
  private mapping(key: string | null, indent: number): Record<string, unknown> {
    const index = this.open(this.at);
    const value: Record<string, unknown> = {};
    do {
      const name = this.newKey(value);
      value[name] = this.entryValue(key, name, indent);
    } while (this.indent === indent);
    this.close(index, this.end);
    return value;
  }

  /** Goes past a key and its colon: a word that the mapping does not have yet, no object has by itself, and is no value. */
  private newKey(mapping: Readonly<Record<string, unknown>>): string {
    const end = this.keyEnd();
    if (end === null) throw new Unusual();
    const name = this.names(this.at, end);
    if (mapping[name] !== undefined) throw new Unusual();
    this.places?.push(this.at, end);
    this.at = end + 1;
    return name;
  }

  private entryValue(parentKey: string | null, key: string, indent: number): unknown {
    const holder = this.at - 1 - key.length;
    if (!this.isLineOver()) return this.inline(parentKey, key, indent, holder, holder + key.length);
    this.nextLine();
    if (this.indent > indent) return this.block(parentKey, key);
    if (this.indent === indent && this.isDash()) return this.list(parentKey, key, indent);
    this.note(holder, holder + key.length);
    return null;
  }

  private list(parentKey: string | null, key: string | null, indent: number): unknown[] {
    const start = this.at;
    const index = this.open(start);
    const items: unknown[] = [];
    do {
      this.at++;
      items.push(this.item(parentKey, key, indent, start));
    } while (this.indent === indent && this.isDash());
    this.close(index, this.end);
    return items;
  }

  /** What stands behind a dash: a mapping or list goes on below, in the column where it begins. */
  private item(parentKey: string | null, key: string | null, indent: number, holder: number): unknown {
    if (this.isLineOver()) {
      this.nextLine();
      if (this.indent > indent) return this.block(parentKey, key);
      this.note(holder, holder + 1);
      return null;
    }
    const column = this.at - this.lineStart;
    if (this.isDash()) return this.list(parentKey, key, column);
    if (this.keyEnd() !== null) return this.mapping(key, column);
    return this.inline(parentKey, key, indent, holder, holder + 1);
  }

  /** A value on the rest of the line, or a block of lines that begins there. The holder stands for what has no place. */
  private inline(
    parentKey: string | null,
    key: string | null,
    indent: number,
    holderStart: number,
    holderEnd: number,
  ): unknown {
    const code = this.text.charCodeAt(this.at);
    if (code === sign.bar || code === sign.fold)
      return this.lines(code === sign.fold, indent, holderStart, holderEnd);
    const value = this.flowValue(code, parentKey, key, false);
    if (!this.isLineOver()) throw new Unusual();
    this.nextLine();
    return value;
  }

  private flowValue(code: number, parentKey: string | null, key: string | null, inFlow: boolean): unknown {
    switch (code) {
      case sign.listOpens:
        return this.flowList(parentKey, key);
      case sign.mappingOpens:
        return this.flowMapping(key);
      case sign.quote:
        return this.doubleQuoted();
      case sign.apostrophe:
        return this.quoted(this.text.indexOf("'", this.at + 1));
      default:
        return this.plain(code, parentKey, key, inFlow);
    }
  }

  private flowList(parentKey: string | null, key: string | null): unknown[] {
    const index = this.open(this.at++);
    const items: unknown[] = [];
    if (this.skipSpaces() !== sign.listCloses) {
      do items.push(this.flowValue(this.skipSpaces(), parentKey, key, true));
      while (this.goesOn(sign.listCloses));
    }
    this.close(index, ++this.at);
    return items;
  }

  private flowMapping(key: string | null): Record<string, unknown> {
    const index = this.open(this.at++);
    const value: Record<string, unknown> = {};
    if (this.skipSpaces() !== sign.mappingCloses) {
      do {
        this.skipSpaces();
        const name = this.newKey(value);
        value[name] = this.flowValue(this.skipSpaces(), key, name, true);
      } while (this.goesOn(sign.mappingCloses));
    }
    this.close(index, ++this.at);
    return value;
  }

  /** Goes past a comma; false before the bracket that closes. */
  private goesOn(bracket: number): boolean {
    const code = this.skipSpaces();
    if (code === bracket) return false;
    if (code !== sign.comma) throw new Unusual();
    this.at++;
    return true;
  }

  private plain(code: number, parentKey: string | null, key: string | null, inFlow: boolean): unknown {
    const { text } = this;
    const start = this.at;
    if (!isPlainStart(code) && !(code > 0x9f)) throw new Unusual();
    if (code === sign.dash && !isPlainStart(text.charCodeAt(start + 1))) throw new Unusual();
    const end = this.plainEnd(inFlow);
    this.note(start, end);
    const value = figureIn(text, start, end) ?? plainValue(text.slice(start, end));
    if (typeof value === 'string' || value === null || key === null) return value;
    return this.holdsText(parentKey, key) ? text.slice(start, end) : value;
  }

  /** Goes behind a plain scalar and the blanks there; gives where it ends. */
  private plainEnd(inFlow: boolean): number {
    const { text } = this;
    let { at } = this;
    // What figures are made of ends no scalar; most are nothing else.
    while (isFigurePart(text.charCodeAt(at))) at++;
    let end = at;
    for (let c = text.charCodeAt(at); at < text.length && c !== sign.newline; c = text.charCodeAt(at)) {
      if (c === sign.colon && (this.isBreak(at + 1) || (inFlow && isFlowSign(text.charCodeAt(at + 1))))) {
        throw new Unusual();
      }
      if ((c === sign.hash && text.charCodeAt(at - 1) === sign.space) || (inFlow && isFlowSign(c))) break;
      at++;
      if (c !== sign.space) end = at;
    }
    this.at = at;
    return end;
  }

  private doubleQuoted(): string {
    const source = this.quoted(closingQuote(this.text, this.at));
    if (!source.includes('\\')) return source;
    // What JSON escapes, YAML escapes alike.
    if (!/^(?:[^\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*$/.test(source)) throw new Unusual();
    return String(JSON.parse(`"${source}"`));
  }

  /** What stands between the quotes, of which the second is at `end`; two in a row are found out behind it. */
  private quoted(end: number): string {
    const start = this.at;
    const source = this.text.slice(start + 1, end);
    if (end === -1 || source.includes('\n')) throw new Unusual();
    this.at = end + 1;
    this.note(start, this.at);
    return source;
  }

  /** Behind `|` or `>`, with a dash or without: lines of one indentation, if folded without gaps. */
  private lines(isFolded: boolean, indent: number, holderStart: number, holderEnd: number): string {
    const { text } = this;
    const isStripped = text.charCodeAt(++this.at) === sign.dash;
    if (isStripped) this.at++;
    if (text.charCodeAt(this.at) !== sign.newline) throw new Unusual();
    const start = this.at + 1;
    const margin = this.spacesAt(start);
    if (margin <= indent || this.isBreak(start + margin)) throw new Unusual();
    const lines: string[] = [];
    let gap = 0;
    let at = start;
    while (at < text.length) {
      const spaces = this.spacesAt(at);
      const isEmpty = this.isBreak(at + spaces);
      if (isEmpty && (spaces > margin || at + spaces >= text.length)) throw new Unusual();
      if (!isEmpty && spaces < margin) break;
      const newlineAt = text.indexOf('\n', at);
      const end = newlineAt === -1 ? text.length : newlineAt;
      if (isEmpty) gap++;
      else {
        if (isFolded && (gap > 0 || spaces > margin)) throw new Unusual();
        for (; gap > 0; gap--) lines.push('');
        lines.push(text.slice(at + margin, end));
      }
      at = end + 1;
    }
    const body = text.slice(start, at);
    const lead = body.length - body.trimStart().length;
    if (lead === body.length) this.note(holderStart, holderEnd);
    else this.note(start + lead, start + body.trimEnd().length);
    this.at = at - 1;
    this.nextLine();
    return lines.join(isFolded ? ' ' : '\n') + (isStripped ? '' : '\n');
  }

  /** Gives where to put the end. */
  private open(start: number): number {
    // To the other parser, keys and scalars are levels too.
    if (++this.depth > limits.depth - 2) throw new Unusual();
    return this.places === null ? 0 : this.places.push(start, start) - 1;
  }

  private close(index: number, end: number): void {
    this.depth--;
    this.end = end;
    if (this.places !== null) this.places[index] = end;
  }

  private note(start: number, end: number): void {
    this.places?.push(start, end);
    this.end = end;
  }
}
