import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pageOf } from '../rules/page.ts';
import { rules } from '../rules/registry.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { forMarkdown } from '../text/escape.ts';
import { cursorAt } from './cursor.ts';
import { isRule } from './findings.ts';
import { isNative } from './native.ts';
import { rangeIn } from './range.ts';
import { inWords, type Term, vocabularyOf } from './vocabulary.ts';

/** What is known about a place: the findings there with their rules, or a rule that is named, or what a word means. */
export async function hoverAt(
  document: TextDocument,
  position: Position,
  diagnostics: readonly Diagnostic[],
): Promise<Hover | null> {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const { keys, word } = cursorAt(text, offset);
  const written = text.slice(word.start, word.end);
  const term = isNative(text) ? (vocabularyOf(keys)?.find(written) ?? null) : null;
  const here = diagnostics.filter(({ span }) => span !== null && span.start <= offset && offset <= span.end);
  const named = rules.find(({ name, code }) => name === written || code === written);
  const parts = [
    ...(term === null ? [] : [meaningOf(term)]),
    ...(await Promise.all(here.map(explained))),
    ...(named === undefined ? [] : [await withoutExamples(named.name)]),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const span = here.length > 0 && term === null ? (here[0]?.span ?? word) : word;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: rangeIn(document, span),
  };
}

function meaningOf({ word, kind, meanings }: Term): string {
  if (meanings.length === 0) return '';
  return `**${word}** (${kind}): ${meanings.map(inWords).join(' — or — ')}`;
}

/** The editor shows the message itself. */
async function explained({ code, rule, help }: Diagnostic): Promise<string> {
  if (isRule(rule)) return `**${code} ${rule}**\n\n${await withoutExamples(rule)}`;
  return help === null ? '' : `**${code} ${rule}**\n\n${forMarkdown(help)}`;
}

/** A rule's page but for its examples, which `roadbook explain` shows; headings smaller, for a small window. */
async function withoutExamples(rule: string): Promise<string> {
  const [page = ''] = (await pageOf(rule)).split('\n## Examples');
  return page.trim().replace(/^#+ (.*)$/gm, '**$1**');
}
