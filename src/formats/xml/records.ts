import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { localName, type XmlElement } from './element.ts';
import { type XmlAttribute, type XmlHandler, xmlLimits } from './handler.ts';
import { parseXml } from './saxes.ts';
import { scanXml } from './scan.ts';

/** How a long document of many small records is read: records come whole, one at a time, and are then let go. */
export interface RecordHandler {
  /** Local names of the elements that hold records; everything directly inside one is a record. */
  readonly containers: ReadonlySet<string>;
  /**
   * Local names that begin a record or container wherever they stand, if their prefix is the root's: one of them inside a
   * record shows that the record was not closed, and ends it.
   */
  readonly breaks: ReadonlySet<string>;
  /** A container begins; its content follows. */
  enter(container: XmlElement): void;
  /** A container ends. */
  leave(container: XmlElement): void;
  /**
   * A record that was closed, or that was cut off by the next; one that the end of the file cuts off is not given.
   * `container` is the local name of what holds it, empty for the root.
   */
  record(record: XmlElement, container: string): void;
  problem(diagnostic: Diagnostic): void;
}

type Frame = { readonly kind: 'container' | 'inside' | 'abandoned'; readonly element: XmlElement };

/**
 * `begin` is called once for a plain, sound document, and again for any other, which is then read anew from its start: it must
 * forget what it was told.
 */
export function readRecords(text: string, begin: () => RecordHandler): void {
  if (!scanXml(text, recordBuilder(begin()))) parseXml(text, recordBuilder(begin()));
}

/** The element that stands at `start`–`end` of a text that was read before; null if no element does. */
export function readElement(text: string, start: number, end: number): XmlElement | null {
  let found: XmlElement | null = null;
  const none: ReadonlySet<string> = new Set();
  const handler: RecordHandler = {
    containers: none,
    breaks: none,
    enter: () => {},
    leave: () => {},
    record: (element) => {
      found ??= element;
    },
    problem: () => {},
  };
  parseXml(text.slice(start, end), recordBuilder(handler, start));
  return found;
}

/**
 * Builds records from the parser's events. A processing instruction inside a record becomes a child named `?target`, which no
 * element can be called, with its body as text.
 */
function recordBuilder(handler: RecordHandler, base = 0): XmlHandler {
  const frames: Frame[] = [];
  let rootPrefix = '';
  let elements = 0;

  /** Gives the unclosed record that is open, and forgets that its elements are. */
  function abandon(end: number): void {
    for (let i = frames.length - 1; i >= 0; i--) {
      const frame = frames[i];
      if (frame?.kind !== 'inside') break;
      frame.element.innerEnd = end;
      frame.element.end = end;
      frames[i] = { kind: 'abandoned', element: frame.element };
      if (frames[i - 1]?.kind !== 'inside') handler.record(frame.element, container());
    }
  }

  function container(): string {
    return frames.findLast(({ kind }) => kind === 'container')?.element.local ?? '';
  }

  return {
    open(name, attributes, start, end) {
      const placed = base === 0 ? attributes : attributes.map((one) => shifted(one, base));
      const element = begun(name, placed, start + base, end + base);
      const begins = handler.breaks.has(element.local) && prefixOf(name) === rootPrefix;
      if (begins) abandon(element.start);
      const parent = frames.at(-1);
      if (parent === undefined) rootPrefix = prefixOf(name);
      if (parent?.kind === 'inside') {
        elements++;
        if (elements === xmlLimits.elements) handler.problem(tooManyElements(element));
        const fits = elements < xmlLimits.elements;
        if (fits) parent.element.children.push(element);
        frames.push({ kind: fits ? 'inside' : 'abandoned', element });
        return;
      }
      elements = 0;
      if (parent?.kind === 'abandoned' && !begins) {
        frames.push({ kind: 'abandoned', element });
      } else if (handler.containers.has(element.local)) {
        frames.push({ kind: 'container', element });
        handler.enter(element);
      } else {
        frames.push({ kind: 'inside', element });
      }
    },
    text(text) {
      const frame = frames.at(-1);
      if (frame?.kind === 'inside') frame.element.text += text;
    },
    close(start, end) {
      const frame = frames.pop();
      if (frame === undefined || frame.kind === 'abandoned') return;
      frame.element.innerEnd = start + base;
      frame.element.end = end + base;
      if (frame.kind === 'container') handler.leave(frame.element);
      else if (frames.at(-1)?.kind !== 'inside') handler.record(frame.element, container());
    },
    instruction(target, body) {
      const frame = frames.at(-1);
      if (frame?.kind !== 'inside') return;
      const element = begun(`?${target}`, [], frame.element.inner, frame.element.inner);
      frame.element.children.push({ ...element, text: body });
    },
    problem: (diagnostic) => handler.problem(diagnostic),
  };
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':')));
}

function begun(name: string, attributes: readonly XmlAttribute[], start: number, inner: number): XmlElement {
  return {
    name,
    local: localName(name),
    attributes,
    children: [],
    text: '',
    start,
    inner,
    innerEnd: inner,
    end: inner,
  };
}

function shifted({ name, value, start, end }: XmlAttribute, base: number): XmlAttribute {
  return { name, value, start: start + base, end: end + base };
}

function tooManyElements(element: XmlElement): Diagnostic {
  return problem('too-large', {
    message: `more than ${xmlLimits.elements} elements in one record`,
    span: { start: element.start, end: element.inner },
    help: 'the rest of the record is not read',
  });
}
