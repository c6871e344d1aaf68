import { hasMarkup, plainText } from '../html.ts';
import { attribute, content, contentSpan, type XmlElement } from '../xml/element.ts';
import type { Context } from './context.ts';
import { quoted } from './values.ts';

/** What a `tulip` or `notes` element holds. */
export type Drawing =
  | { readonly kind: 'picture'; readonly picture: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'nothing' };

/** Whether a text is a picture: a data URL, or the source of an SVG. Other markup is words. */
export function isPicture(text: string): boolean {
  return /^\s*(?:data:|<(?:!--|(?:\?xml|!doctype|(?:[\w.-]+:)?svg|img)\b))/i.test(text);
}

/** A picture that only its address is given of. */
function elsewhere(element: XmlElement, context: Context): Drawing {
  const href = attribute(element, 'href');
  if (href === undefined) return { kind: 'nothing' };
  if (isPicture(href.value)) return { kind: 'picture', picture: href.value.trim() };
  const found = `${context.label()}: the picture of <${element.local}> is not in the file but at ${quoted(href.value)}`;
  context.deviates('no-picture', href, found);
  return { kind: 'nothing' };
}

/** The first characters of a file in base64, by its type. */
const base64Starts = [
  ['iVBORw0KGgo', 'image/png'],
  ['R0lGOD', 'image/gif'],
  ['/9j/', 'image/jpeg'],
  ['PHN2Zy', 'image/svg+xml'],
  ['PD94bWwg', 'image/svg+xml'],
] as const;

/**
 * A picture byte for byte, without the white space around it: a data URL or the text of an SVG. An SVG that stands there as
 * elements is taken as its source text, and bare base64 gets the data URL it lacks.
 */
export function readDrawing(element: XmlElement, context: Context): Drawing {
  const text = content(element);
  if (element.children.length > 0) {
    context.deviates(
      'inline-picture',
      { start: element.start, end: element.inner },
      `${context.label()}: <${element.local}> holds elements, not text`,
    );
    return { kind: 'picture', picture: context.source.slice(element.inner, element.innerEnd).trim() };
  }
  if (text === '') return elsewhere(element, context);
  if (isPicture(text)) return { kind: 'picture', picture: text };
  if (text.startsWith('<')) return { kind: 'words', words: plainText(text) };
  const picture = barePicture(text);
  if (picture === null) {
    return { kind: 'words', words: !context.isOwn && hasMarkup(text) ? plainText(text) : text };
  }
  context.deviates(
    'bare-picture',
    contentSpan(element, context.source),
    `${context.label()}: the picture in <${element.local}> does not say what it is`,
  );
  return { kind: 'picture', picture };
}

/** Base64 alone, or a data URL without its first word, made whole; null for what is neither. */
function barePicture(text: string): string | null {
  if (/^image\/[\w.+-]{1,40};base64,/i.test(text)) return `data:${text}`;
  const type = base64Starts.find(([start]) => text.startsWith(start))?.[1];
  return type === undefined ? null : `data:${type};base64,${text}`;
}
