import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import { type Diagnostic, mostFindings, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { limits } from '../limits.ts';
import { duplicateKey, isReserved, reservedKey, type Tree } from './document.ts';
import type { Entry, Node } from './node.ts';
import { type HoldsText, plainValue } from './yaml-scalar.ts';

/**
 * A YAML text to a tree with places. Throws a YamlError where the text is no YAML. What YAML offers beyond trees (aliases,
 * merge keys, tags, keys that are not words, several documents) is reported and left out.
 */
export function parseYaml(text: string, { offset = 0, holdsText = () => false }: YamlOptions = {}): Tree {
  return new Builder(text, eventsOf(text, offset), offset, holdsText).tree();
}

export interface YamlOptions {
  /** Where the text begins in the file. */
  readonly offset?: number;
  readonly holdsText?: HoldsText;
}

/** Not YAML: why, and where. */
export class YamlError extends Error {
  override name = 'YamlError';
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

function eventsOf(text: string, offset: number): Event[] {
  try {
    return parseEvents(text, { maxDepth: limits.depth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new YamlError(error.reason, offset + (error.mark?.position ?? 0));
  }
}

const none = -1;

/** Walks the events of one parse; every place is moved by `offset`. */
class Builder {
  private at = 0;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly offset: number;
  private readonly holdsText: HoldsText;

  constructor(text: string, events: readonly Event[], offset: number, holdsText: HoldsText) {
    this.text = text;
    this.events = events;
    this.offset = offset;
    this.holdsText = holdsText;
  }

  tree(): Tree {
    let root: Node | null = null;
    let documents = 0;
    while (this.at < this.events.length) {
      this.at++; // the document's event
      const from = this.at;
      const holder = { start: this.offset, end: this.offset };
      const node = this.node(null, null, holder) ?? { kind: 'scalar', value: null, ...holder };
      this.at++; // its end
      documents++;
      if (documents === 1) root = node;
      else if (documents === 2 && !isEmptyScalar(this.events[from])) this.report(severalDocuments(node));
    }
    return { root, diagnostics: this.diagnostics };
  }

  /** The next node; null for an alias. `holder` is what stands for its place if it is empty: its key, or its list. */
  private node(parentKey: string | null, key: string | null, holder: Span): Node | null {
    const event = this.events[this.at++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event, key !== null && this.holdsText(parentKey, key), holder);
      case EVENT_ID.SEQUENCE:
        return this.list(event, parentKey, key);
      case EVENT_ID.MAPPING:
        return this.mapping(event, key);
      case EVENT_ID.ALIAS:
        this.refuseAlias(event);
        return null;
      default:
        return { kind: 'scalar', value: null, ...holder };
    }
  }

  private scalar(event: ScalarEvent, isText: boolean, holder: Span): Node {
    const span = this.scalarSpan(event) ?? holder;
    const source = getScalarValue(this.text, event);
    if (event.tagStart !== none) return { kind: 'scalar', value: this.tagged(event, source), ...span };
    if (event.style !== SCALAR_STYLE.PLAIN) return { kind: 'scalar', value: source, ...span };
    const value = plainValue(source);
    return { kind: 'scalar', value: isText && value !== null ? source : value, ...span };
  }

  /** With its quotes; null when there is nothing to point at. */
  private scalarSpan({ style, valueStart, valueEnd }: ScalarEvent): Span | null {
    if (valueStart === none) return null;
    const start = this.offset + valueStart;
    const end = this.offset + valueEnd;
    switch (style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return { start: start - 1, end: end + 1 };
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK: {
        const body = this.text.slice(valueStart, valueEnd);
        if (body.trim() === '') return null;
        return {
          start: start + (body.length - body.trimStart().length),
          end: end - (body.length - body.trimEnd().length),
        };
      }
      default:
        return { start, end };
    }
  }

  private tagged(event: ScalarEvent, source: string): string | number | boolean | null {
    const tag = this.text.slice(event.tagStart, event.tagEnd);
    if (tag === '!!str' || tag === '!') return source;
    if (/^!!(int|float|bool|null)$/.test(tag)) return plainValue(source);
    this.refuseTag(event);
    return null;
  }

  private list(event: SequenceEvent, parentKey: string | null, key: string | null): Node {
    this.checkTag(event, '!!seq');
    const start = this.offset + event.start;
    const items: Node[] = [];
    while (!this.closes()) {
      const item = this.node(parentKey, key, { start, end: start + 1 });
      if (item !== null) items.push(item);
    }
    return { kind: 'list', items, start, end: this.collectionEnd(event, items.at(-1)?.end, ']') };
  }

  private mapping(event: MappingEvent, key: string | null): Node {
    this.checkTag(event, '!!map');
    const start = this.offset + event.start;
    const entries: Entry[] = [];
    const seen = new Map<string, Span>();
    while (!this.closes()) {
      const keyNode = this.node(null, null, { start, end: start + 1 });
      const keySpan = keyNode ? place(keyNode) : { start, end: start + 1 };
      const name = keyNode && this.keyName(keyNode);
      const value = this.node(key, name, keySpan);
      if (name === null || !this.isNewKey(name, keySpan, seen) || value === null) continue;
      entries.push({ key: name, keySpan, value });
    }
    const last = entries.at(-1);
    const end = last && Math.max(last.value.end, last.keySpan.end);
    return { kind: 'mapping', entries, start, end: this.collectionEnd(event, end, '}') };
  }

  private closes(): boolean {
    const event = this.events[this.at];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.at++;
    return true;
  }

  /** A block ends with its last value; brackets end a little behind it. */
  private collectionEnd(
    event: SequenceEvent | MappingEvent,
    lastEnd: number | undefined,
    bracket: string,
  ): number {
    const opens = this.text[event.start];
    const end = lastEnd ?? this.offset + event.start + 1;
    if (opens !== '[' && opens !== '{') return end;
    const closing = this.text.indexOf(bracket, end - this.offset);
    return closing === -1 ? end : this.offset + closing + 1;
  }

  private keyName(node: Node): string | null {
    if (node.kind !== 'scalar') {
      const help = 'a key is a word before a colon';
      this.report(
        problem('wrong-type', { message: 'a list or mapping cannot be a key', span: place(node), help }),
      );
      return null;
    }
    return node.value === null ? 'null' : String(node.value);
  }

  private isNewKey(key: string, span: Span, seen: Map<string, Span>): boolean {
    if (isReserved(key)) {
      this.report(reservedKey(key, span));
      return false;
    }
    if (key === '<<') {
      const help = 'write the keys out where they are needed';
      this.report(problem('alias-refused', { message: 'merge keys (<<) are not read', span, help }));
      return false;
    }
    const first = seen.get(key);
    if (first !== undefined) {
      this.report(duplicateKey(key, span, first));
      return false;
    }
    seen.set(key, span);
    return true;
  }

  private refuseAlias(event: AliasEvent): void {
    const span = { start: this.offset + event.anchorStart - 1, end: this.offset + event.anchorEnd };
    const name = forTerminal(this.text.slice(event.anchorStart, event.anchorEnd).slice(0, 40));
    const help = 'write the value out where it is needed';
    this.report(problem('alias-refused', { message: `aliases (*${name}) are not read`, span, help }));
  }

  private checkTag(event: SequenceEvent | MappingEvent, usual: string): void {
    if (event.tagStart === none) return;
    if (this.text.slice(event.tagStart, event.tagEnd) !== usual) this.refuseTag(event);
  }

  private refuseTag({ tagStart, tagEnd }: { tagStart: number; tagEnd: number }): void {
    const tag = forTerminal(this.text.slice(tagStart, tagEnd).slice(0, 40));
    const span = { start: this.offset + tagStart, end: this.offset + tagEnd };
    this.report(
      problem('wrong-type', { message: `the tag ${tag} means nothing here`, span, help: 'leave it out' }),
    );
  }

  private report(diagnostic: Diagnostic): void {
    if (this.diagnostics.length < mostFindings) this.diagnostics.push(diagnostic);
  }
}

function place({ start, end }: Span): Span {
  return { start, end };
}

function isEmptyScalar(event: Event | undefined): boolean {
  return event?.type === EVENT_ID.SCALAR && event.valueStart === none;
}

function severalDocuments(second: Node): Diagnostic {
  return problem('several-documents', {
    message: 'the file holds several YAML documents; only the first is read',
    span: place(second),
    help: 'put each roadbook in a file of its own',
  });
}
