/** What `bin` runs of the bundle: the command line, what is left of a quick check, and a thread of `check`. */
import { main } from './main.ts';
import { processIo } from './process-io.ts';

export { main };

export function goOn(argv: readonly string[], clean: ReadonlySet<string>): Promise<number> {
  return main(argv, { ...processIo(), clean });
}

export async function work(): Promise<void> {
  const { work } = await import('../commands/worker.ts');
  await work();
}
