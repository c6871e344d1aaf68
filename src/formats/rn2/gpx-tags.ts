/** An OpenRally element of an icon's `gpx_tags`: local name in lower case, attributes and content as written. */
export interface GpxTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: string;
}

/** The snippets of real files have less than 100 characters. */
const longest = 1000;

const tag = /<\s*(?:[\w.-]{1,40}:)?([\w.-]{1,40})([^<>]*)>([^<]*)/g;
const attribute = /([\w.-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The elements of a snippet such as `<openrally:reset>0</openrally:reset>`, with any prefix or none, whether or not it is
 * well-formed. A placeholder, `${open}`, is replaced by the option of its name; without one its attribute is left out.
 */
export function readGpxTags(snippet: string, options: ReadonlyMap<string, string>): GpxTag[] {
  return [...snippet.slice(0, longest).matchAll(tag)].map(([, name = '', inside = '', content = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesOf(inside, options),
    content: (filled(content, options) ?? '').trim(),
  }));
}

function attributesOf(inside: string, options: ReadonlyMap<string, string>): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of inside.matchAll(attribute)) {
    const value = filled(double ?? single ?? '', options);
    if (value !== null) attributes.set(name.toLowerCase(), value.trim());
  }
  return attributes;
}

/** Null where the value stands for an option that is not there. */
function filled(value: string, options: ReadonlyMap<string, string>): string | null {
  const option = /^\s*\$\{(\w{1,40})\}\s*$/.exec(value)?.[1];
  return option === undefined ? value : (options.get(option) ?? null);
}
