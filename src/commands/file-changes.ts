import { once } from 'node:events';
import type { FSWatcher } from 'chokidar';
import { UsageError } from './usage-error.ts';

/** Folders to watch. */
export interface Watched {
  /** With everything below. */
  readonly whole: readonly string[];
  /** With the files in them alone. */
  readonly flat: readonly string[];
}

/** Waiting for files to change. */
export interface Changes {
  /** Watches these folders and no others; what changes after this has resolved is noticed. */
  readonly watch: (folders: Watched) => Promise<void>;
  /** True when something has changed since the last time, false when it is time to end. */
  readonly next: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** An editor writes a file in several steps; so long there must be peace, milliseconds. */
const settled = 40;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Changes on the disk, until a signal says that it is enough. */
export function fileChanges(): Changes {
  const state = { changed: false, ended: false };
  let wake = () => {};
  const set = (what: keyof typeof state) => () => {
    state[what] = true;
    wake();
  };
  const [change, end] = [set('changed'), set('ended')];
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(change, settled);
  };
  for (const signal of signals) process.on(signal, end);
  let watched = '';
  let watchers: readonly FSWatcher[] = [];
  const closed = (old: readonly FSWatcher[]) => Promise.all(old.map((watcher) => watcher.close()));
  return {
    async watch(folders) {
      const asked = JSON.stringify(folders);
      if (asked === watched) return;
      const old = watchers;
      watchers = await opened(folders, soon);
      watched = asked;
      await closed(old);
    },
    async next() {
      while (!state.changed && !state.ended)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      state.changed = false;
      return !state.ended;
    },
    async close() {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, end);
      await closed(watchers);
    },
  };
}

/** Throws a UsageError when the system cannot watch so much. */
async function opened({ whole, flat }: Watched, onChange: () => void): Promise<FSWatcher[]> {
  const { watch } = await import('chokidar');
  const options = {
    ignoreInitial: true,
    ignored: (path: string) => /[\\/](node_modules|\.git)([\\/]|$)/.test(path),
  };
  const watchers = [
    ...(whole.length > 0 ? [watch([...whole], options)] : []),
    ...(flat.length > 0 ? [watch([...flat], { ...options, depth: 0 })] : []),
  ];
  try {
    await Promise.all(watchers.map((watcher) => once(watcher.on('all', onChange), 'ready')));
  } catch (error) {
    throw new UsageError(`cannot watch the files: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const watcher of watchers) watcher.on('error', onChange);
  return watchers;
}
