import { htmlEntities } from './xml/html-entities.ts';

/** What a piece of HTML shows, in order. */
export type HtmlPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly source: string }
  | { readonly kind: 'break' };

const breaking = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements whose content is not shown. */
const hidden = new Set(['script', 'style', 'template', 'title']);

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ...Object.entries(htmlEntities),
  ['nbsp', ' '],
]);

const tags =
  /<\/?(?:a|b|i|u|s|em|br|hr|p|div|span|strong|small|big|font|center|img|ul|ol|li|h[1-6]|table|tbody|tr|td|th|sub|sup|pre|html|body)(?:\s[^<>]*|\s*\/)?>|<!\[CDATA\[|<!--/i;

/** Whether a text is written in HTML: it has a tag of it, or a character reference. */
export function hasMarkup(text: string): boolean {
  return (text.includes('<') && tags.test(text)) || (text.includes('&') && decoded(text) !== text);
}

/**
 * The words and images of the HTML that rich-text editors write, markup left out. One pass: every character is looked at
 * once, whatever the text is.
 */
export function readHtml(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  const say = (raw: string) => {
    const text = decoded(raw).replace(/\s+/g, ' ');
    if (text.trim() !== '') parts.push({ kind: 'text', text });
  };
  let at = 0;
  while (at < html.length) {
    const open = tagFrom(html, at);
    if (open === null) break;
    const isComment = html.startsWith('<!--', open);
    const close = html.indexOf(isComment ? '-->' : '>', open);
    if (close === -1) {
      // A comment without an end hides the rest, a tag without one is words.
      say(isComment ? html.slice(at, open) : html.slice(at));
      return parts;
    }
    say(html.slice(at, open));
    at = close + (isComment ? 3 : 1);
    const tag = isComment ? '' : html.slice(open + 1, close);
    const name = /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    if (breaking.has(name)) parts.push({ kind: 'break' });
    if (name === 'img') {
      const [, double, single, bare] = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? [];
      parts.push({ kind: 'image', source: decoded(double ?? single ?? bare ?? '') });
    }
    if (hidden.has(name) && !tag.startsWith('/')) {
      const end = new RegExp(`</${name}`, 'gi');
      end.lastIndex = at;
      at = end.exec(html)?.index ?? html.length;
    }
  }
  say(html.slice(at));
  return parts;
}

/** Where the next tag or comment opens; a `<` before a space or a digit is a character like any other. */
function tagFrom(html: string, at: number): number | null {
  for (let open = html.indexOf('<', at); open !== -1; open = html.indexOf('<', open + 1)) {
    if (/[a-z/!?]/i.test(html.charAt(open + 1))) return open;
  }
  return null;
}

/** The words alone: a line for each paragraph. */
export function plainText(html: string): string {
  const lines = [''];
  for (const part of readHtml(html)) {
    if (part.kind === 'break') lines.push('');
    if (part.kind === 'text') lines.push((lines.pop() ?? '') + part.text);
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Character references; one that is not known stays as it is written. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}\d{0,2}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}
