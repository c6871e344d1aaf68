import type { Span } from '../../text/span.ts';
import type { XmlAttribute } from './handler.ts';

/** An element with all that is in it. Offsets are UTF-16 code units of the whole document. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** What stands before the colon; empty where there is none. */
  readonly prefix: string;
  /** Without the prefix. */
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own character data, that of its children left out. */
  text: string;
  /** The `<` of its start tag. */
  readonly start: number;
  /** Behind the `>` of its start tag. */
  readonly inner: number;
  /** The `<` of its end tag; equals `end` for an empty-element tag. */
  innerEnd: number;
  end: number;
}

/** The element's character data without the white space around it. */
export function content(element: XmlElement): string {
  return element.text.trim();
}

/** The attribute of this name, prefixes and all. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  for (const one of element.attributes) if (one.name === name) return one;
  return undefined;
}

export function child(element: XmlElement, local: string): XmlElement | undefined {
  for (const one of element.children) if (one.local === local) return one;
  return undefined;
}

/** The place of what the element holds, without the white space around it; the whole element when it holds nothing. */
export function contentSpan(element: XmlElement, source: string): Span {
  const inner = source.slice(element.inner, element.innerEnd);
  const trimmed = inner.trim();
  if (trimmed === '') return { start: element.start, end: element.end };
  const start = element.inner + (inner.length - inner.trimStart().length);
  return { start, end: start + trimmed.length };
}

/** The place of the start tag. */
export function tagSpan(element: XmlElement): Span {
  return { start: element.start, end: element.inner };
}

/** `name` of `prefix:name`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Whether the element declares a namespace. */
export function declares({ attributes }: XmlElement): boolean {
  for (const { name } of attributes) if (name.startsWith('xmlns')) return true;
  return false;
}

/** The namespace declarations of one element: prefix (empty for the default) to name. */
export function declarations(attributes: readonly XmlAttribute[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of attributes) {
    if (name === 'xmlns') found.set('', value);
    else if (name.startsWith('xmlns:')) found.set(name.slice(6), value);
  }
  return found;
}
