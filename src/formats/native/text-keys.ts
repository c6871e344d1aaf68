const textKeys = new Set([
  ...['event', 'description', 'name', 'text', 'remark', 'date', 'start'],
  ...['symbol', 'symbols', 'labels', 'content', 'format', 'version', 'creator'],
]);

/** Whether the value under `key` is text by nature: `name: 007` is the name “007”. A note's number counts, a stage's is a name. */
export function holdsText(parentKey: string | null, key: string): boolean {
  return textKeys.has(key) || (key === 'number' && parentKey === 'stage');
}
