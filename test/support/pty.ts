import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { root } from './run.ts';

interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A program in a real pseudo-terminal, and what a terminal shows of it. */
export function inTerminal(
  program: string,
  args: readonly string[],
  { columns = 80, rows = 24, env = {} }: PtyOptions = {},
) {
  const { NO_COLOR: _, FORCE_COLOR: __, TMUX: ___, ...inherited } = process.env;
  const pty = spawn(program, [...args], {
    cols: columns,
    rows,
    cwd: root,
    env: { ...inherited, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', ...env },
  });
  const screen = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  let output = '';
  let changed = () => {};
  pty.onData((data) => {
    output += data;
    screen.write(data, () => changed());
  });
  const exited = new Promise<{ exitCode: number; signal?: number | undefined }>((resolve) => {
    pty.onExit((how) => screen.write('', () => resolve(how)));
  });

  const text = () => {
    const { active } = screen.buffer;
    const lines = Array.from(
      { length: active.length },
      (_unused, y) => active.getLine(y)?.translateToString(true, 0, screen.cols) ?? '',
    );
    return lines.join('\n').trimEnd();
  };

  return {
    screen,
    exited,
    text,
    get output() {
      return output;
    },
    type: (keys: string) => pty.write(keys),
    pid: pty.pid,
    /** A window change that the looking screen does not follow. */
    resizeProgram: (width: number, height: number) => pty.resize(width, height),
    signal: (name: string) => pty.kill(name),
    resize(width: number, height: number) {
      screen.resize(width, height);
      pty.resize(width, height);
    },
    /** Waits until the screen shows it: an event each time something came. Too late, it says what was there instead. */
    shows(wanted: RegExp | ((text: string) => boolean)): Promise<string> {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`never showed ${wanted}, but\n${text()}`)), 15_000);
        changed = () => {
          const now = text();
          if (!(wanted instanceof RegExp ? wanted.test(now) : wanted(now))) return;
          clearTimeout(late);
          resolve(now);
        };
        changed();
      });
    },
  };
}
