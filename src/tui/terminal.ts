/** What the cockpit must have of the terminal and of the process it runs in; a test can give its own. */
export interface Terminal {
  readonly input: TerminalInput;
  readonly output: TerminalOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signals: Signals;
}

export interface TerminalInput extends NodeJS.ReadableStream {
  setRawMode?(on: boolean): unknown;
  ref?(): unknown;
  unref?(): unknown;
}

export interface TerminalOutput extends NodeJS.WritableStream {
  readonly columns?: number;
  readonly rows?: number;
}

/** What ends a run from outside: every signal that ends a process and can be heard. */
export const endings = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGABRT',
  'SIGALRM',
  'SIGVTALRM',
  'SIGXCPU',
  'SIGUSR2',
] as const;
export type Ending = (typeof endings)[number];

export interface Signals {
  /** Calls back at each of the signals until the answer is called. */
  on(call: (signal: Ending | 'SIGTSTP' | 'SIGCONT') => void): () => void;
  /** Calls back, at once and synchronously, when the process is about to end in any way; the answer stops it. */
  onExit(call: () => void): () => void;
  /** Gives the process the signal with its usual effect. */
  raise(signal: Ending | 'SIGTSTP'): void;
}

// Alternate screen, hidden cursor, no wrapping at the right edge: a window that is made narrower shows a cut picture for
// a moment, not a scrolled one. Then the colours and the pen as they were.
const enter = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[m\x1b[H\x1b[J';
// Clicks and the wheel, reported with figures of any size (DEC modes 1000 and 1006).
const mouseOn = '\x1b[?1000h\x1b[?1006h';
const mouseOff = '\x1b[?1006l\x1b[?1000l';
const leave = '\x1b[?2026l\x1b[m\x1b[?7h\x1b[?25h\x1b[?1049l';

/** The terminal while it is ours. */
export interface Session {
  enter(): void;
  /** Puts everything back. Does nothing the second time; safe at any moment, also while the process ends. */
  leave(): void;
  /** There is nothing left to put back. */
  lost(): void;
  /** Writes if the screen is ours; false when the terminal asks to wait. */
  write(text: string): boolean;
}

/** What is asked of the terminal beyond a screen of its own. */
export interface Modes {
  readonly mouse: boolean;
  /** Sent once the screen is ours; answers come as input. */
  readonly question: string;
}

export function session({ input, output }: Terminal, { mouse, question }: Modes): Session {
  let active = false;
  return {
    enter() {
      if (active) return;
      active = true;
      input.setRawMode?.(true);
      output.write(enter + (mouse ? mouseOn : '') + question);
    },
    leave() {
      if (!active) return;
      active = false;
      output.write(mouse ? mouseOff + leave : leave);
      input.setRawMode?.(false);
    },
    lost() {
      active = false;
    },
    write: (text) => (active ? output.write(text) : true),
  };
}
