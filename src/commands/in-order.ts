/**
 * Does work for each item, `most` at a time, and gives the results in the order of the items. The first that fails ends it, when
 * everything that was begun has ended.
 */
export async function* inOrder<T, Result>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<Result>,
): AsyncIterable<Result> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  try {
    while (next < items.length || begun.length > 0) {
      for (const item of items.slice(next, next + most - begun.length)) {
        next++;
        const result = work(item);
        // Whoever waits for it below hears of a failure; until then it is no news.
        result.catch(() => {});
        begun.push(result);
      }
      const first = begun.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    await Promise.allSettled(begun);
  }
}
