import type { Io } from '../commands/command.ts';
import { bug } from './failure.ts';

/** The real streams, guarded: a reader that closes our pipe early (`| head`) ends us quietly. */
export function processIo(): Io {
  const io: Io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    // The terminal is gone; whoever drives in it hears of it too.
    if (error.code === 'EIO') return;
    throw error;
  });
  process.stderr.on('error', () => {});
  process.on('uncaughtException', (error) => process.exit(bug(error, io)));
  return io;
}
