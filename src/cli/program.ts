/** What `bin` runs of the bundle: the command line, and a thread of `check`. */
export { main } from './main.ts';

export async function work(): Promise<void> {
  const { work } = await import('../commands/worker.ts');
  await work();
}
