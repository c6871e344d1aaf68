import type { Input, Io, Output } from './command.ts';
import { readBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';

/** A terminal that gives keys one by one and shows none of them. */
export interface RawInput extends Input {
  setRawMode(on: boolean): unknown;
}

export function isRaw(input: Input): input is RawInput {
  return input.isTTY === true && 'setRawMode' in input;
}

/** More than this is no passphrase, code or key. */
const longest = 16_384;

/** A secret out of a file, or `-` for standard input; without the line break at its end. */
export async function secretFrom(file: string, io: Io): Promise<string> {
  const bytes = await readBytes(file, io);
  if (bytes.length > longest) throw new UsageError(`'${file}' is too long for a secret`);
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/** Asks for a secret that is not shown while it is typed; null when Ctrl-C or Ctrl-D gave up. */
export async function askHidden(question: string, input: RawInput, output: Output): Promise<string | null> {
  let typed = '';
  const answer = await keysOf<string | null>(
    input,
    (key, end) => {
      if (key === '\r' || key === '\n') end(typed);
      else if (key === '\u0003' || key === '\u0004') end(null);
      else if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1);
      else if (key >= ' ') typed += key;
      if (typed.length > longest) end(null);
    },
    () => output.write(question),
  );
  output.write('\n');
  return answer;
}

/** Gives each key to `heard` until it calls `end`; the terminal is put back whatever happens. */
export function keysOf<T>(
  input: RawInput,
  heard: (key: string, end: (answer: T) => void) => void,
  begin: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (answer: T) => {
      if (isOver) return;
      stop();
      resolve(answer);
    };
    const onData = (data: Buffer | string) => {
      for (const key of String(data)) if (!isOver) heard(key, end);
    };
    const onEnd = () => {
      stop();
      reject(new UsageError('the terminal was closed'));
    };
    const stop = () => {
      isOver = true;
      input.off('data', onData).off('end', onEnd);
      input.setRawMode(false);
      input.pause();
    };
    input.setRawMode(true);
    input.on('data', onData).on('end', onEnd).resume();
    begin();
  });
}
