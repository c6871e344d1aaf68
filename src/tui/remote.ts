/**
 * The six keys of a remote on the bar: the roadbook on and back, the trip up and down, this is the note, and the menu.
 * Programmable remotes send figures as well as arrows, so 1 to 6 are the same keys.
 */
const figures: Readonly<Record<string, string>> = {
  '1': 'up',
  '2': 'down',
  '3': 'left',
  '4': 'right',
  '5': 'enter',
  '6': 'esc',
};
const allowed = new Set([...Object.values(figures), 'ctrl-c', 'ctrl-z', 'ctrl-l']);

/** Which of the six keys answers a question in the place of the key that a keyboard has for it. */
const answers: Readonly<Record<string, string>> = {
  '1': 'enter',
  '2': 'right',
  '3': 'left',
  y: 'up',
  l: 'up',
  b: 'down',
};

/** The key of a remote that answers like this one; null for an answer that no key is left for. */
export function remoteAnswer(key: string): string | null {
  return answers[key] ?? (key === 'esc' ? key : null);
}

/** What a key means on a remote; null for every key that it has not. */
export function remoteKey(key: string): string | null {
  const meant = figures[key] ?? key;
  return allowed.has(meant) ? meant : null;
}
