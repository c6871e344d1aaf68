import type { Command as Verb } from 'commander';

/** 0 fine; 1 the file has errors; 2 the call is wrong; 3 a bug in roadbook. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Input extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
}

export interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** All a command may touch of the process it runs in, so that a test can run it in its own. */
export interface Io {
  readonly stdin: Input;
  /** The product. */
  readonly stdout: Output;
  /** The talk. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Files that `quick-check.ts` has just found to be clean. */
  readonly clean?: ReadonlySet<string>;
}

export interface Command<Args extends unknown[] = unknown[], Options extends object = object> {
  /** Declares the arguments and options, and does nothing else. */
  configure(verb: Verb): void;
  /** Does the work; throws a UsageError when the call is wrong. */
  run(args: Args, options: Options, io: Io): Promise<ExitCode> | ExitCode;
}

/** What `roadbook --help` must know of a verb without loading it. */
export interface CommandEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  load(): Promise<{ command: Command }>;
}
