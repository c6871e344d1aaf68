/** A line that both texts have, or one alone. */
export interface LineChange {
  readonly kind: 'same' | 'old' | 'new';
  readonly line: string;
}

/** The fewest lines to take out and put in that make one text of the other (Myers 1986). */
export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const rounds = searched(before, after);
  const changes: LineChange[] = [];
  let x = before.length;
  let y = after.length;
  for (let round = rounds.length - 1; round >= 0; round--) {
    const reached = rounds[round] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -round || (k !== round && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
    const fromX = reached.get(down ? k + 1 : k - 1) ?? 0;
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (x > Math.max(0, fromX) && y > Math.max(0, fromY)) {
      changes.push({ kind: 'same', line: before[--x] ?? '' });
      y--;
    }
    if (round === 0) break;
    if (down) changes.push({ kind: 'new', line: after[--y] ?? '' });
    else changes.push({ kind: 'old', line: before[--x] ?? '' });
  }
  return changes.reverse();
}

/** How far each diagonal is reached before each round of one more change. */
function searched(before: readonly string[], after: readonly string[]): Map<number, number>[] {
  const rounds: Map<number, number>[] = [];
  const reached = new Map<number, number>([[1, 0]]);
  for (let round = 0; round <= before.length + after.length; round++) {
    rounds.push(new Map(reached));
    for (let k = -round; k <= round; k += 2) {
      const down = k === -round || (k !== round && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
      let x = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      reached.set(k, x);
      if (x >= before.length && x - k >= after.length) return rounds;
    }
  }
  return rounds;
}

/** The changes as a unified diff with three lines around them, as `patch` reads it; empty when there are none. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const changes = diffLines(linesOf(before), linesOf(after));
  const around = 3;
  const wanted = changes.map((_, i) =>
    changes.slice(Math.max(0, i - around), i + around + 1).some(({ kind }) => kind !== 'same'),
  );
  const out: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  for (let i = 0; i < changes.length; ) {
    let end = i;
    while (end < changes.length && wanted[end] === wanted[i]) end++;
    const hunk = changes.slice(i, end);
    const oldCount = hunk.filter(({ kind }) => kind !== 'new').length;
    const newCount = hunk.filter(({ kind }) => kind !== 'old').length;
    if (wanted[i]) {
      out.push(`@@ -${oldLine},${oldCount} +${newLine},${newCount} @@\n`);
      for (const { kind, line } of hunk)
        out.push(`${kind === 'same' ? ' ' : kind === 'old' ? '-' : '+'}${line}`);
    }
    oldLine += oldCount;
    newLine += newCount;
    i = end;
  }
  return out.length === 0 ? '' : `--- ${file}\n+++ ${file}\n${out.join('')}`;
}

/** Lines with their breaks; a last one without is marked as `diff` marks it. */
function linesOf(text: string): string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}
