import type { Rule } from './rule.ts';

/**
 * A picture only shows something: it loads nothing from a network and runs nothing.
 *
 * Source: SVG 2, “conformance”: secure static mode, which images must be shown in.
 */
export const rule: Rule = {
  code: 'RB803',
  name: 'picture-active',
  severity: 'error',
  needs: 'odometer',
  *check({ notes, locate, say }) {
    for (const [index, { pictures }] of notes.entries()) {
      for (const which of ['tulip', 'text'] as const) {
        const found = pictures[which] === null ? null : activePart(pictures[which]);
        if (found === null) continue;
        yield {
          message: `the ${which === 'tulip' ? 'tulip picture' : 'picture of the text'} of ${say(index)} ${found}`,
          span: locate(['notes', index, 'pictures', which]),
          help: 'export the picture again as plain PNG or SVG',
        };
      }
    }
  },
};

/** A word of everything that is looked for below: most pictures have none, and one look is enough. */
const suspicious = /script|\son[a-z]+\s*=|iframe|object|embed|href|src\s*=|url\(|@import/i;

/** What in a picture is more than a picture; null where nothing is. */
function activePart(picture: string): string | null {
  const svg = markup(picture);
  if (svg === null || !suspicious.test(svg)) return null;
  if (/<\s*(?:[\w-]+:)?script\b/i.test(svg) || /\son[a-z]+\s*=\s*["']/i.test(svg)) return 'carries a script';
  if (/javascript\s*:/i.test(svg)) return 'carries a script';
  if (/<\s*(?:[\w-]+:)?(?:iframe|object|embed|foreignObject)\b/i.test(svg)) return 'embeds another document';
  const link = /(?:href|src)\s*=\s*["']\s*((?:https?:)?\/\/[^"'\s]{1,80})/i.exec(svg);
  const style = /(?:url\(|@import)\s*["']?\s*((?:https?:)?\/\/[^"')\s]{1,80})/i.exec(svg);
  const address = link?.[1] ?? style?.[1];
  return address === undefined ? null : `loads ${address} from a network`;
}

/** What most pictures are. */
const points = /^data:image\/(?:png|jpeg|gif);base64,/;

/** The markup of an SVG, plain or in a data URL; null for a picture of points. */
function markup(picture: string): string | null {
  if (points.test(picture)) return null;
  const start = picture.trimStart();
  if (!/^data:/i.test(start)) return start;
  const [, type = ''] = /^data:([^,]{0,200}),/i.exec(start) ?? [];
  if (!/svg|xml|html/i.test(type)) return null;
  const content = start.slice('data:'.length + type.length + 1);
  return /;base64$/i.test(type) ? Buffer.from(content, 'base64').toString('utf8') : unescaped(content);
}

function unescaped(content: string): string {
  return content.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
