import type { Kept } from '../../model/roadbook.ts';
import type { XmlElement } from '../xml/element.ts';
import { readRecords } from '../xml/records.ts';
import { isXmlText } from '../xml/text.ts';
import { keptFormat, keptInstruction, undeclaredPrefixes } from './kept.ts';
import { isKnown } from './vocabulary.ts';

/** Kept text goes into a processing instruction: schemas and devices pass over it, and this program reads it back. */
export function isKeepable(content: string): boolean {
  return content !== '' && content === content.trim() && isXmlText(content) && !/\?>|\r/.test(content);
}

function keptAsInstruction(content: string): string {
  return `<?${keptInstruction} ${content}?>`;
}

/** Where kept text is written. */
export interface KeptParts {
  /** Elements of GPX itself. */
  readonly native: readonly string[];
  /** Elements and processing instructions for `extensions`. */
  readonly extensions: readonly string[];
  /** Attributes, with a space before each, by the local name of their element. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Elements of GPX 1.1 that a reader keeps: of a point, and of the metadata. */
const nativeNames = {
  point: new Set([
    ...['time', 'magvar', 'geoidheight', 'src', 'link', 'sym', 'type', 'fix', 'sat'],
    ...['hdop', 'vdop', 'pdop', 'ageofdgpsdata', 'dgpsid'],
  ]),
  metadata: new Set(['author', 'copyright', 'link', 'time', 'keywords']),
};

interface KeptOptions {
  readonly asElements: boolean;
  /** What the file declares. */
  readonly prefixes?: readonly string[];
  /** Local names of the elements that are written and can have kept attributes. */
  readonly owners?: ReadonlySet<string>;
}

/**
 * Sorts kept text into places. Without `asElements` all of it becomes processing instructions, so that the file is valid; with
 * it, elements and attributes go back to where they were, where they can be read from again.
 */
export function keptParts(
  kept: readonly Kept[],
  where: 'point' | 'metadata',
  { asElements, prefixes = ['openrally'], owners = new Set() }: KeptOptions,
): KeptParts {
  const native: string[] = [];
  const extensions: string[] = [];
  const attributes = new Map<string, string>();
  for (const { format, content } of kept) {
    if (format !== keptFormat || !isKeepable(content)) continue;
    const [, owner = '', attribute = ''] = asElements ? (attributeText.exec(content) ?? []) : [];
    const element = asElements ? standsAlone(content, prefixes) : null;
    if (owners.has(owner)) {
      attributes.set(owner, `${attributes.get(owner) ?? ''} ${attribute}`);
    } else if (element === null) {
      extensions.push(keptAsInstruction(content));
    } else if (nativeNames[where].has(element.name)) {
      native.push(content);
    } else {
      extensions.push(content);
    }
  }
  return { native, extensions, attributes };
}

/** `wpp/@show="1"`, without what would have to be escaped anew. */
const attributeText =
  /^([a-z]+)\/@((?!(?:name|open|clear|time|allowed|xmlns)=)[A-Za-z_][\w.-]*="[^"&<\n\t]*")$/;

/** The element that a text is, if it is nothing but one, and one that reads as itself wherever it stands. */
function standsAlone(content: string, prefixes: readonly string[]): XmlElement | null {
  if (!content.startsWith('<')) return null;
  let found: XmlElement | null = null;
  let isSound = true;
  readRecords(content, () => ({
    containers: new Set(),
    breaks: new Set(),
    enter() {},
    leave() {},
    record(element) {
      found = element;
    },
    problem() {
      isSound = false;
    },
  }));
  return isSound && found !== null && isFree(found, content, prefixes) ? found : null;
}

/** Elements that mean something where they would stand. */
const taken = new Set(['extensions', 'name', 'desc', 'cmt', 'ele', 'units', 'bounds', 'metadata']);
const breaking = new Set(['wpt', 'rte', 'rtept', 'trk', 'trkseg', 'trkpt', 'gpx']);

function isFree(element: XmlElement, content: string, prefixes: readonly string[]): boolean {
  if (element.end - element.start !== content.length) return false;
  if (isKnown(element.local) || taken.has(element.local) || breaking.has(element.local)) return false;
  const undeclared = [...undeclaredPrefixes(element)];
  return undeclared.every((prefix) => prefix === '' || prefixes.includes(prefix)) && !holdsBreak(element);
}

function holdsBreak(element: XmlElement): boolean {
  return element.children.some((inner) => breaking.has(inner.name) || holdsBreak(inner));
}
