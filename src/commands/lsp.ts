import { existsSync } from 'node:fs';
import { createConnection } from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serverFor } from '../lsp/server.ts';
import type { Command } from './command.ts';
import { type RulingOptions, rulingOptions, settingsOf } from './ruling-options.ts';

/** Editors start it and talk to it over its standard streams, in the Language Server Protocol 3.17. */
export const command: Command<[], RulingOptions & { readonly stdio?: true }> = {
  configure(verb) {
    rulingOptions(verb).option('--stdio', 'talk over standard input and output; there is no other way');
  },

  async run(_args, options, io) {
    const { stdin, stdout, stderr } = io;
    // The config is looked for anew each time: it may be changed while an editor runs.
    const rulingOf = async (path: string | null) => (await settingsOf(options, io)).rulingOf(path ?? '-');
    return new Promise((resolve) => {
      let ended = false;
      const watchDog = {
        shutdownReceived: false,
        initialize: () => {}, // an editor that dies closes our standard input
        exit: (code: number) => {
          if (ended) return;
          ended = true;
          stdin.pause();
          resolve(code === 0 ? 0 : 1);
        },
      };
      const connection = createConnection((logger) => {
        const protocol = createProtocolConnection(
          new StreamMessageReader(stdin),
          new StreamMessageWriter(stdout),
          logger,
        );
        protocol.onError(([error]) => stderr.write(`roadbook: ${error.message}\n`));
        return protocol;
      }, watchDog);
      stdin.on('end', () => watchDog.exit(watchDog.shutdownReceived ? 0 : 1));
      serverFor(connection, {
        rulingOf,
        rulesPage: rulesPage(),
      });
    });
  },
};

/** docs/rules.md of the package: two folders up from dist/chunks as from src/commands. */
function rulesPage(): string | null {
  const page = new URL('../../docs/rules.md', import.meta.url);
  return existsSync(page) ? page.href : null;
}
