import type { ExitCode, Io } from '../commands/command.ts';

/** Says what is wrong with the call, and where to read how it should be. */
export function wrongCall(message: string, verb: string | null, io: Io): ExitCode {
  const help = ['roadbook', ...(verb === null ? [] : [verb]), '--help'].join(' ');
  io.stderr.write(`roadbook: ${message.replace(/\s*\n\s*/g, ' ')}\nTry \`${help}\`.\n`);
  return 2;
}

/** Owns up to a bug: one line, how to report it, and the stack only when asked for. */
export function bug(error: unknown, io: Io): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  io.stderr.write(`This is a bug in roadbook: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  if (io.env.ROADBOOK_DEBUG) {
    io.stderr.write(
      `${error instanceof Error ? error.stack : 'no stack: what was thrown is not an Error'}\n`,
    );
  } else {
    io.stderr.write('Please report it with the command you ran and what ROADBOOK_DEBUG=1 adds to this.\n');
  }
  return 3;
}
