import { type Binding, keyTable, turnsOdometer } from './keys.ts';

/**
 * Acts whose name, or what is said of it, holds every typed word; names that begin with them first. All, for nothing typed; in a rehearsal
 * those that leave the odometer alone.
 */
export function found(typed: string, rehearsed = false): readonly Binding[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const all = keyTable
    .flatMap(({ bindings }) => bindings)
    .filter(({ deed }) => deed.does !== 'palette' && !(rehearsed && turnsOdometer(deed)));
  const rank = ({ short, says }: Binding): number => {
    const name = short.toLowerCase();
    const text = `${name} ${says.toLowerCase()}`;
    if (!words.every((word) => text.includes(word))) return 0;
    if (words.every((word) => name.startsWith(word))) return 3;
    return words.every((word) => name.includes(word)) ? 2 : 1;
  };
  return all.filter((one) => rank(one) > 0).sort((a, b) => rank(b) - rank(a));
}
