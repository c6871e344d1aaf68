/** The order that GPX 1.1 demands inside `wpt`, and inside `metadata`. */
const order = {
  wpt: [
    ...['ele', 'time', 'magvar', 'geoidheight', 'name', 'cmt', 'desc', 'src', 'link', 'sym', 'type', 'fix'],
    ...['sat', 'hdop', 'vdop', 'pdop', 'ageofdgpsdata', 'dgpsid', 'extensions'],
  ],
  metadata: ['name', 'desc', 'author', 'copyright', 'link', 'time', 'keywords', 'extensions'],
};

/** An element of GPX with its children, each the text of an element, in the order of GPX and indented. */
export function gpxElement(
  name: keyof typeof order,
  attributes: string,
  children: readonly string[],
): string {
  const rank = (child: string) => order[name].indexOf(/^<([a-z]+)/.exec(child)?.[1] ?? '');
  const inOrder = [...children].sort((a, b) => rank(a) - rank(b));
  return [`  <${name}${attributes}>`, ...inOrder.map((child) => `    ${child}`), `  </${name}>`].join('\n');
}

/** `extensions` of such an element; nothing when there is nothing to put in. */
export function extensionsElement(children: readonly string[]): string[] {
  if (children.length === 0) return [];
  return [['<extensions>', ...children.map((child) => `      ${child}`), '    </extensions>'].join('\n')];
}
