/**
 * Several things in one cell: `DT | DZ`, `house | palm`. An item's own `|`, `,` and `\`, and a space at its ends, stand
 * behind a `\`. An empty item is an unknown one: `| 12` names the second waypoint alone.
 */
export function listCell(items: readonly (string | null)[]): string {
  const known = items.slice(0, items.findLastIndex((item) => item !== null) + 1);
  return known
    .map((item) => (item ?? '').replace(/[\\|,]|^\s|\s$/g, '\\$&'))
    .join(' | ')
    .replace(/^ \|/, '|');
}

/** The items of a cell, null where one is empty. `commas`: they separate as well, as people write lists of words. */
export function listItems(cell: string, commas: boolean): (string | null)[] {
  if (cell.trim() === '') return [];
  const items: (string | null)[] = [];
  let item = '';
  let end = 0; // behind the last character that must stay
  const done = () => {
    items.push(end === 0 ? null : item.slice(0, end));
    item = '';
    end = 0;
  };
  for (let i = 0; i < cell.length; i++) {
    const char = cell.charAt(i);
    if (char === '|' || (commas && char === ',')) {
      done();
    } else if (char === '\\' && i + 1 < cell.length) {
      i += 1;
      item += cell.charAt(i);
      end = item.length;
    } else if (char.trim() !== '' || item !== '') {
      item += char;
      if (char.trim() !== '') end = item.length;
    }
  }
  done();
  return items;
}
