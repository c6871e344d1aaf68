import { spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  CompletionItem,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver';
import { root } from './run.ts';

/** An editor that speaks with `roadbook lsp`, started as an editor starts it. */
export async function openEditor(args: readonly string[] = []) {
  const server = spawn(process.execPath, [`${root}bin/roadbook.js`, 'lsp', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => server.on('close', resolve));
  let stderr = '';
  server.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  let heard = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    heard();
  });
  connection.listen();
  const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  const at = (uri: string, position: Position) => ({ textDocument: { uri }, position });

  return {
    server,
    initialized,
    published,
    code,
    stderr: () => stderr,
    open: (uri: string, text: string, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version, text },
      }),
    /** The whole text anew, or a part of it. */
    change: (uri: string, version: number, text: string, range?: Range) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [range === undefined ? { text } : { range, text }],
      }),
    close: (uri: string) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    /** What is shown of a version of a document, as soon as it is. */
    async diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
      for (;;) {
        const found = published.find((one) => one.uri === uri && one.version === version);
        if (found) return found;
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    },
    hover: (uri: string, position: Position) =>
      connection.sendRequest<Hover | null>('textDocument/hover', at(uri, position)),
    complete: (uri: string, position: Position, triggerCharacter?: string) =>
      connection.sendRequest<CompletionItem[]>('textDocument/completion', {
        ...at(uri, position),
        context: triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 },
      }),
    actions: (uri: string, range: Range, only?: string[]) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    /** Says goodbye as the protocol wants it; resolves to the exit code. */
    async quit(): Promise<number | null> {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return code;
    },
  };
}
