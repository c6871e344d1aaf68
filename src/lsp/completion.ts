import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { cursorAt } from './cursor.ts';
import { isNative } from './native.ts';
import { rangeIn } from './range.ts';
import { inWords, type Term, vocabularyOf } from './vocabulary.ts';

/** Typed characters after which an editor asks by itself. */
export const triggerCharacters = ['[', ' '];

/** The words that may stand where the cursor is. */
export function completionAt(
  document: TextDocument,
  { position, context }: Pick<CompletionParams, 'position' | 'context'>,
): CompletionItem[] {
  const text = document.getText();
  if (!isNative(text)) return [];
  const { keys, word } = cursorAt(text, document.offsetAt(position));
  const vocabulary = vocabularyOf(keys);
  if (vocabulary === null) return [];
  if (vocabulary.isProse && context?.triggerKind === CompletionTriggerKind.TriggerCharacter) return [];
  const range = rangeIn(document, word);
  return vocabulary.all.map((term) => ({ ...item(term), textEdit: { range, newText: term.word } }));
}

/** Found by its words in any language too: `puits` gives `well`. */
function item({ word, kind, meanings }: Term): CompletionItem {
  const words = meanings.map(inWords);
  return {
    label: word,
    kind: kind === 'abbreviation' ? CompletionItemKind.Text : CompletionItemKind.EnumMember,
    detail: meanings.length === 0 ? kind : meanings.map(({ en }) => en).join(' or '),
    ...(words.length > 0 && { documentation: words.join('\nor ') }),
    filterText: [word, ...words].join(' '),
  };
}
