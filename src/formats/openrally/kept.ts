import type { Kept } from '../../model/roadbook.ts';
import { declarations, type XmlElement } from '../xml/element.ts';
import type { Context } from './context.ts';
import { gpxNamespace, openRallyNamespace } from './vocabulary.ts';

export const keptFormat = 'openrally';

/** The processing instruction that holds kept text where the published schema has no place for it. */
export const keptInstruction = 'roadbook-kept';

/**
 * The source of an element, made to stand alone: prefixes declared outside it are declared on it. GPX's own namespace and the
 * `openrally` prefix need no declaration: every file that is written has them.
 */
export function keptElement(element: XmlElement, around: readonly XmlElement[], context: Context): Kept {
  // As XML itself has it, so that it does not depend on the line ends of the file.
  const source = context.source.slice(element.start, element.end).replace(/\r\n?/g, '\n');
  const declared: string[] = [];
  for (const prefix of undeclaredPrefixes(element)) {
    const namespace = namespaceOf(prefix, around, context);
    if (namespace === undefined || isAlwaysDeclared(prefix, namespace)) continue;
    declared.push(` xmlns${prefix === '' ? '' : `:${prefix}`}="${inAttribute(namespace)}"`);
  }
  const behindName = 1 + element.name.length;
  const content = source.slice(0, behindName) + declared.join('') + source.slice(behindName);
  return { format: keptFormat, content };
}

/** An attribute that the model has no word for: `wpp/@show="1"`. */
export function keptAttribute(local: string, name: string, value: string): Kept {
  return { format: keptFormat, content: `${local}/@${name}="${inAttribute(value)}"` };
}

/** What a prefix stands for on an element inside `around`, innermost first. */
export function namespaceOf(
  prefix: string,
  around: readonly XmlElement[],
  context: Context,
): string | undefined {
  for (const element of around) {
    if (element.attributes.length === 0) continue;
    const found = declarations(element.attributes).get(prefix);
    if (found !== undefined) return found;
  }
  return context.namespaces.get(prefix);
}

function isAlwaysDeclared(prefix: string, namespace: string): boolean {
  return (
    (prefix === '' && gpxNamespace.test(namespace)) ||
    (prefix === 'openrally' && openRallyNamespace.test(namespace))
  );
}

/** The prefixes that an element and what is in it use and do not declare; the empty one is no prefix. */
export function undeclaredPrefixes(element: XmlElement): Set<string> {
  const missing = new Set<string>();
  collectPrefixes(element, new Set(['xml']), missing);
  return missing;
}

function collectPrefixes(element: XmlElement, declared: ReadonlySet<string>, missing: Set<string>): void {
  const here = new Set([...declared, ...declarations(element.attributes).keys()]);
  const names = element.attributes
    .map(({ name }) => name)
    .filter((n) => n.includes(':') && !n.startsWith('xmlns'));
  for (const name of [element.name, ...names]) {
    if (name.startsWith('?')) continue;
    const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
    if (!here.has(prefix)) missing.add(prefix);
  }
  for (const inner of element.children) collectPrefixes(inner, here, missing);
}

function inAttribute(value: string): string {
  return value.replace(/[&<"\n\r\t]/g, (c) => `&#${c.charCodeAt(0)};`);
}
