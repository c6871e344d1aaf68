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
  /**
   * Takes the record that begins at an offset of the text by itself, if it is one that it can tell from the characters alone, and
   * gives the offset behind it; else −1, and the record comes whole as any other.
   */
  take?(start: number, container: string): number;
  problem(diagnostic: Diagnostic): void;
}

type Kind = 'container' | 'inside' | 'abandoned';

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
  const piece = text.slice(start, end);
  if (scanXml(piece, recordBuilder(handler, start))) return found;
  found = null;
  parseXml(piece, recordBuilder(handler, start));
  return found;
}

/**
 * Builds records from the parser's events. A processing instruction inside a record becomes a child named `?target`, which no
 * element can be called, with its body as text.
 */
function recordBuilder(handler: RecordHandler, base = 0): XmlHandler {
  // What is open, outermost first: two lists, as a frame for each element would cost as much as the element.
  const open: Building[] = [];
  const kinds: Kind[] = [];
  const split = nameSplitter();
  let rootPrefix = '';
  let elements = 0;

  /** Gives the unclosed record that is open, and forgets that its elements are. */
  function abandon(end: number): void {
    for (let i = open.length - 1; i >= 0; i--) {
      const element = open[i];
      if (element === undefined || kinds[i] !== 'inside') break;
      element.innerEnd = end;
      element.end = end;
      kinds[i] = 'abandoned';
      if (kinds[i - 1] !== 'inside') handler.record(element, container());
    }
  }

  function container(): string {
    return open[kinds.lastIndexOf('container')]?.local ?? '';
  }

  function push(element: Building, kind: Kind): void {
    open.push(element);
    kinds.push(kind);
  }

  return {
    open(name, attributes, start, end) {
      const placed = base === 0 ? attributes : attributes.map((one) => shifted(one, base));
      const element = begun(name, split(name), placed, start + base, end + base);
      const begins = handler.breaks.has(element.local) && element.prefix === rootPrefix;
      if (begins) abandon(element.start);
      const parent = open.at(-1);
      const above = kinds.at(-1);
      if (parent === undefined) rootPrefix = element.prefix;
      else if (above === 'inside') {
        elements++;
        if (elements === xmlLimits.elements) handler.problem(tooManyElements(element));
        const fits = elements < xmlLimits.elements;
        if (fits) add(parent, element);
        push(element, fits ? 'inside' : 'abandoned');
        return;
      }
      elements = 0;
      if (above === 'abandoned' && !begins) {
        push(element, 'abandoned');
      } else if (handler.containers.has(element.local)) {
        push(element, 'container');
        handler.enter(element);
      } else {
        push(element, 'inside');
      }
    },
    text(text) {
      const element = open.at(-1);
      if (element !== undefined && kinds.at(-1) === 'inside') element.text += text;
    },
    close(start, end) {
      const element = open.pop();
      const kind = kinds.pop();
      if (element === undefined || kind === 'abandoned') return;
      element.innerEnd = start + base;
      element.end = end + base;
      if (kind === 'container') handler.leave(element);
      else if (kinds.at(-1) !== 'inside') handler.record(element, container());
    },
    instruction(target, body) {
      const parent = open.at(-1);
      if (parent === undefined || kinds.at(-1) !== 'inside') return;
      const name = `?${target}`;
      const element = begun(name, { prefix: '', local: name }, [], parent.inner, parent.inner);
      add(parent, { ...element, text: body });
    },
    problem: (diagnostic) => handler.problem(diagnostic),
    take: (start) => (kinds.at(-1) === 'container' ? (handler.take?.(start, container()) ?? -1) : -1),
  };
}

type Name = Pick<XmlElement, 'prefix' | 'local'>;

/** A document has few names, and each is taken apart once; only a hostile one has more than this. */
const mostNames = 1000;

function nameSplitter(): (name: string) => Name {
  const known = new Map<string, Name>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
    const found = { prefix, local: localName(name) };
    if (known.size < mostNames) known.set(name, found);
    return found;
  };
}

interface Building extends XmlElement {
  children: XmlElement[];
}

/** Most elements have no children, and share this: it stays empty. */
const childless: XmlElement[] = [];

function add(parent: Building, child: XmlElement): void {
  if (parent.children === childless) parent.children = [child];
  else parent.children.push(child);
}

function begun(
  name: string,
  { prefix, local }: Name,
  attributes: readonly XmlAttribute[],
  start: number,
  inner: number,
): Building {
  return {
    name,
    prefix,
    local,
    attributes,
    children: childless,
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
