import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/commands/in-order.ts';

/** Work that ends when it is told to, and what of it is under way. */
function bench() {
  const ends = new Map<number, { well(): void; badly(): void }>();
  const begun: number[] = [];
  const work = (item: number) =>
    new Promise<string>((resolve, reject) => {
      begun.push(item);
      ends.set(item, {
        well: () => resolve(`${item} done`),
        badly: () => reject(new Error(`${item} failed`)),
      });
    });
  const end = (item: number, how: 'well' | 'badly' = 'well') => ends.get(item)?.[how]();
  return { begun, work, end };
}

async function all(results: AsyncIterable<string>, into: string[]): Promise<void> {
  for await (const result of results) into.push(result);
}

describe('work in order', () => {
  it('is done so much at a time, and its results come in the order of the items', async () => {
    const { begun, work, end } = bench();
    const results: string[] = [];
    const done = all(inOrder([1, 2, 3], 2, work), results);
    expect(begun).toEqual([1, 2]);
    end(2);
    await Promise.resolve();
    expect(results).toEqual([]);
    end(1);
    await expect.poll(() => begun).toEqual([1, 2, 3]);
    end(3);
    await done;
    expect(results).toEqual(['1 done', '2 done', '3 done']);
  });

  it('ends with the first failure, when what was begun has ended', async () => {
    const { begun, work, end } = bench();
    const results: string[] = [];
    let isOver = false;
    const done = all(inOrder([1, 2, 3, 4], 3, work), results).finally(() => {
      isOver = true;
    });
    end(2, 'badly');
    end(1);
    await expect.poll(() => begun).toEqual([1, 2, 3, 4]);
    expect(isOver).toBe(false);
    end(3);
    end(4, 'badly');
    await expect(done).rejects.toThrow('2 failed');
    expect(results).toEqual(['1 done']);
  });
});
