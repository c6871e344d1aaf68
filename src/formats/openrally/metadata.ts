import { metresFromPrinted, unitWords } from '../../model/units.ts';
import { problem } from '../../text/diagnostic.ts';
import { nearest } from '../../text/nearest.ts';
import { hasMarkup, plainText } from '../html.ts';
import { content, contentSpan, type XmlElement } from '../xml/element.ts';
import { contextOf, type Document } from './document.ts';
import { keptElement, keptFormat, keptInstruction } from './kept.ts';
import { producer } from './producer.ts';
import { elementNumber, quoted } from './values.ts';

/** The schema’s own, and how it means to spell the second. */
const schemaWords: ReadonlySet<string> = new Set(['metric', 'statute', 'statue']);

/** Of GPX 1.1's metadata, or 1.0's root: what has a place in the model, or follows from the rest of the file. */
const read: ReadonlySet<string> = new Set(['name', 'desc', 'extensions', 'bounds']);

/**
 * Reads `metadata` of GPX 1.1, or one of the elements that GPX 1.0 has on its root for it. True when that changes the units.
 */
export function readMetadata(element: XmlElement, document: Document): boolean {
  const before = document.units;
  const isWhole = element.local === 'metadata';
  const around = isWhole ? [element] : [];
  for (const inner of isWhole ? element.children : [element]) {
    if (inner.local === 'extensions') readExtensions(inner, around, document);
    else if (inner.local === 'name' || inner.local === 'desc') readText(inner, document);
    else if (!read.has(inner.local)) keep(inner, around, document);
  }
  return document.units !== before;
}

function readText(element: XmlElement, document: Document): void {
  const said = content(element);
  const text = document.creator !== producer && hasMarkup(said) ? plainText(said) : said;
  if (text === '') return;
  const span = contentSpan(element, document.source);
  if (element.local === 'name') {
    document.stage.name = text;
    document.places.set('stage.name', span);
  } else {
    document.roadbook.description = text;
    document.places.set('description', span);
  }
}

function readExtensions(extensions: XmlElement, around: readonly XmlElement[], document: Document): void {
  for (const element of extensions.children) {
    if (element.local === 'units') readUnits(element, document);
    // The total is read behind the units, whichever comes first.
    else if (element.local !== 'distance') keep(element, [extensions, ...around], document);
  }
  for (const element of extensions.children) if (element.local === 'distance') readTotal(element, document);
}

function readUnits(element: XmlElement, document: Document): void {
  document.isOpenRally = true;
  const word = content(element).toLowerCase();
  const span = contentSpan(element, document.source);
  const units = unitWords.get(word);
  document.places.set('units', span);
  if (units === undefined) {
    const meant = nearest(word, unitWords.keys());
    const message = `units must be metric or statute, not ${quoted(content(element))}: taken as ${document.units}`;
    const help = meant === null ? null : `did you mean “${meant}”?`;
    document.diagnostics.push(problem('unknown-value', { message, span, help }));
    return;
  }
  if (!schemaWords.has(word)) document.deviations.add('units-word', span, `units are given as ${word}`);
  document.units = units;
}

function readTotal(element: XmlElement, document: Document): void {
  document.isOpenRally = true;
  const value = elementNumber(
    element,
    { what: 'distance', measure: 'distance' },
    contextOf(document, () => 'the roadbook'),
    null,
  );
  if (value === null) return;
  document.roadbook.total = metresFromPrinted(value, document.units);
  document.places.set('total', contentSpan(element, document.source));
}

function keep(element: XmlElement, around: readonly XmlElement[], document: Document): void {
  const isInstruction = element.local === `?${keptInstruction}`;
  if (element.local.startsWith('?') && !isInstruction) return;
  const content = element.text.trim();
  const context = contextOf(document, () => '');
  document.kept.push(isInstruction ? { format: keptFormat, content } : keptElement(element, around, context));
}
