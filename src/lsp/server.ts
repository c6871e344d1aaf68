import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  CodeActionKind,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lintText } from '../check/lint.ts';
import { byName } from '../formats/read.ts';
import type { Ruling } from '../rules/run.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { version } from '../text/version.ts';
import { actionsIn, fixAll } from './actions.ts';
import { completionAt, triggerCharacters } from './completion.ts';
import { type Showing, shown } from './findings.ts';
import { hoverAt } from './hover.ts';
import { saysRoadbook } from './native.ts';

export interface ServerOptions {
  /** How to check a document, by its path; an untitled one has none. */
  readonly rulingOf: (path: string | null) => Promise<Ruling>;
  readonly rulesPage: Showing['rulesPage'];
}

/**
 * A language server on a connection: findings while typing, what rules and words mean, completion, fixes. It reads and
 * writes no file; the editor holds the texts.
 */
export function serverFor(connection: Connection, { rulingOf, rulesPage }: ServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  const find = findingsBy(rulingOf);
  let showing: Showing = { rulesPage, showsRelated: false };

  connection.onInitialize(({ capabilities }) => {
    const { relatedInformation = false } = capabilities.textDocument?.publishDiagnostics ?? {};
    showing = { rulesPage, showsRelated: relatedInformation };
    return abilities;
  });

  const waiting = new Set<string>();
  /** Checks the newest text; while it waits its turn, further changes only make that text newer. */
  const publish = async (uri: string): Promise<void> => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    const document = await settled(documents, uri);
    waiting.delete(uri);
    if (document === undefined) return;
    const { version } = document;
    const found = await find(document);
    if (documents.get(uri)?.version !== version) return; // closed, or changed: the change brings its own
    const diagnostics = found.map((one) => shown(document, one, showing));
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  documents.onDidChangeContent(({ document }) => {
    publish(document.uri).catch((error) => connection.console.error(String(error)));
  });
  documents.onDidClose(({ document: { uri } }) => connection.sendDiagnostics({ uri, diagnostics: [] }));

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    return document ? hoverAt(document, position, await find(document)) : null;
  });
  connection.onCompletion((asked) => {
    const document = documents.get(asked.textDocument.uri);
    return document ? completionAt(document, asked) : [];
  });
  connection.onCodeAction(async ({ textDocument, range, context: { only } }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return [];
    const actions = actionsIn(document, range, await find(document), showing);
    return only
      ? actions.filter(({ kind }) => only.some((asked) => `${kind}.`.startsWith(`${asked}.`)))
      : actions;
  });

  documents.listen(connection);
  connection.listen();
}

const abilities: InitializeResult = {
  serverInfo: { name: 'roadbook', version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] },
  },
};

/** The findings of a document's text, found once for each version of it. */
function findingsBy(
  rulingOf: ServerOptions['rulingOf'],
): (document: TextDocument) => Promise<readonly Diagnostic[]> {
  const known = new WeakMap<TextDocument, { version: number; found: Promise<readonly Diagnostic[]> }>();
  return (document) => {
    const { version } = document;
    const last = known.get(document);
    if (last?.version === version) return last.found;
    const found = findings(document.getText(), document.uri, rulingOf);
    known.set(document, { version, found });
    return found;
  };
}

/** Editors send whatever they hold as YAML: what neither is called nor calls itself a roadbook is left in peace. */
async function findings(
  text: string,
  uri: string,
  rulingOf: ServerOptions['rulingOf'],
): Promise<readonly Diagnostic[]> {
  const file = nameOf(uri);
  if (byName(file) === null && !saysRoadbook(text)) return [];
  return (await lintText({ file, text }, await rulingOf(pathOf(uri)))).diagnostics;
}

/** The document when a turn of the event loop has brought no newer text: of many waiting keystrokes the last counts. */
async function settled(
  documents: TextDocuments<TextDocument>,
  uri: string,
): Promise<TextDocument | undefined> {
  for (;;) {
    const before = documents.get(uri)?.version;
    // A message is handled in one turn and the next one is taken up in another.
    await turn();
    await turn();
    const document = documents.get(uri);
    if (document?.version === before) return document;
  }
}

/** The file's name in a URI: it only matters where the content does not say what a file is. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
