import { type Ending, endings, type Signals, type Terminal } from '../tui/terminal.ts';
import type { Io } from './command.ts';

const heard = [...endings, 'SIGTSTP', 'SIGCONT'] as const;
type Heard = (typeof heard)[number];

/** The real terminal, with the signals of this process. */
export function terminalOf(io: Io): Terminal {
  return { input: io.stdin, output: io.stdout, env: io.env, signals: processSignals };
}

const processSignals: Signals = {
  on(call) {
    const listener = (signal: NodeJS.Signals) => {
      const known = heard.find((name) => name === signal);
      if (known) call(known);
    };
    for (const signal of heard) process.on(signal, listener);
    return () => {
      for (const signal of heard) process.off(signal, listener);
    };
  },
  onExit(call) {
    process.on('exit', call);
    // Before anybody prints the exception: what is printed on the alternate screen is lost with it.
    process.on('uncaughtExceptionMonitor', call);
    return () => {
      process.off('exit', call);
      process.off('uncaughtExceptionMonitor', call);
    };
  },
  raise(signal: Ending | 'SIGTSTP') {
    const listeners = silenced(signal);
    // A stop is for the whole job, as the terminal's own Ctrl-Z: whoever started us must hand the shell back too.
    process.kill(signal === 'SIGTSTP' ? 0 : process.pid, signal);
    for (const listener of listeners) process.on(signal, listener);
  },
};

/** Takes every listener of a signal away, so that it has its usual effect. */
function silenced(signal: Heard): NodeJS.SignalsListener[] {
  const listeners = process.listeners(signal);
  process.removeAllListeners(signal);
  return listeners;
}
