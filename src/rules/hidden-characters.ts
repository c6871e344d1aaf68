import type { Path } from '../model/reading.ts';
import type { Context } from './context.ts';
import type { Rule } from './rule.ts';

// Controls but tab and line ends, bidirectional overrides and isolates, zero-width space, word joiner, byte-order mark,
// tags, noncharacters and halves of characters. Joiners and direction marks belong to scripts and emoji, and may stay.
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|[\ud800-\udfff]/u;

/**
 * Texts have no characters that nobody sees: control characters, marks that reorder a line, characters of no width.
 *
 * Source: Unicode Standard Annex #9 (bidirectional controls) and the “Trojan Source” paper (CVE-2021-42574).
 */
export const rule: Rule = {
  code: 'RB710',
  name: 'hidden-characters',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    for (const [path, text] of suspects(context)) {
      const found = hidden.exec(text);
      if (found === null) continue;
      const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      yield {
        message: `${where(context, path)} has a character in it that nobody sees: U+${code}`,
        span: context.locate(path),
        help: 'type the text again; such characters come with copying from other programs',
      };
    }
  },
};

/** What nearly all texts are made of, and nothing that is hidden: asked first, for it is told many times as fast. */
const plain = /^[\t\n\r -~\u00a0-\u1fff]*$/;

function isSuspect(text: string | null): text is string {
  return text !== null && !plain.test(text);
}

/** Of everything in a roadbook that is read by people, what may hide something. */
function* suspects({ roadbook, having }: Context): Iterable<[Path, string]> {
  const { event, stage, description } = roadbook;
  if (isSuspect(event)) yield [['event'], event];
  if (isSuspect(stage.name)) yield [['stage', 'name'], stage.name];
  if (isSuspect(stage.number)) yield [['stage', 'number'], stage.number];
  if (isSuspect(description)) yield [['description'], description];
  for (const field of ['text', 'name', 'remark'] as const)
    for (const { index, note } of having[field])
      if (isSuspect(note[field])) yield [['notes', index, field], note[field]];
  for (const { index, note } of having.waypoints)
    for (const [w, { name }] of note.waypoints.entries())
      if (isSuspect(name)) yield [['notes', index, 'waypoints', w, 'name'], name];
  for (const { index, note } of having.tulip)
    for (const [l, { text }] of (note.tulip?.labels ?? []).entries())
      if (isSuspect(text)) yield [['notes', index, 'tulip', 'labels', l, 'text'], text];
}

function where({ say }: Context, path: Path): string {
  const [first, index] = path;
  return first === 'notes' && typeof index === 'number'
    ? `the ${path.at(-1)} of ${say(index)}`
    : `the ${path.join(' ')}`;
}
