import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Io } from './command.ts';

/**
 * Where this user's things are kept, by the XDG Base Directory Specification, on every system: a crew that goes from a
 * laptop to a tablet finds them in the same place. As the specification says, a relative path in a variable is ignored.
 */
export function stateFolder(env: Io['env']): string {
  return join(chosen(env.XDG_STATE_HOME) ?? join(home(env), '.local', 'state'), 'roadbook');
}

/** `$XDG_CONFIG_HOME/roadbook`, by default below `~/.config`. */
export function configFolder(env: Io['env']): string {
  return join(chosen(env.XDG_CONFIG_HOME) ?? join(home(env), '.config'), 'roadbook');
}

/** `$XDG_DATA_HOME/roadbook`, by default below `~/.local/share`. */
export function dataFolder(env: Io['env']): string {
  return join(chosen(env.XDG_DATA_HOME) ?? join(home(env), '.local', 'share'), 'roadbook');
}

function chosen(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}

function home(env: Io['env']): string {
  return env.HOME || homedir();
}
