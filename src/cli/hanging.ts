/** A second column narrower than this goes under the first. */
const leastColumn = 24;

/**
 * Help as it is written, its longer lines broken between words to `width` cells: under the column where the words of a list begin,
 * else under the line's own beginning. Commander does so with what it writes itself.
 */
export function hanging(text: string, width: number): string {
  const line = (one: string) => (one.length <= width ? one : broken(one, width).join('\n'));
  return text.split('\n').map(line).join('\n');
}

function broken(line: string, width: number): string[] {
  const [, term = '', words = ''] = /^(\s*\S.*?\s{2,})(\S.*)$/.exec(line) ?? [];
  if (term === '') {
    const lead = line.length - line.trimStart().length;
    return filled(line.trim(), width - lead).map((row) => ' '.repeat(lead) + row);
  }
  if (width - term.length < leastColumn)
    return [term.trimEnd(), ...filled(words, width - 6).map((row) => `      ${row}`)];
  return filled(words, width - term.length).map((row, i) => (i === 0 ? term : ' '.repeat(term.length)) + row);
}

function filled(text: string, width: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
