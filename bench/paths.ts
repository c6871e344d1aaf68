import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** A file of the sample stages. */
export function sample(name: string): string {
  return resolve(root, 'roadbooks', name);
}
