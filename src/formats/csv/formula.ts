/**
 * A spreadsheet runs a cell that begins with one of these as a formula, and a formula can send away or overwrite what is
 * beside it (OWASP, “CSV Injection”). Full-width forms count: East Asian spreadsheets take them for the same signs. The
 * apostrophes before it are the mark itself, and a text of nothing but space needs it to differ from an empty cell.
 */
const marked = /^'*(?:\s*(?:$|[=+\-@＝＋－＠])|[\t\r\n])/;

/** Text for a cell: behind an apostrophe, the spreadsheets' own mark for “this is text”, where it would be a formula. */
export function guarded(text: string): string {
  return marked.test(text) ? `'${text}` : text;
}

/** What a cell says without the apostrophe that keeps it from being a formula; undoes exactly `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && marked.test(cell) ? cell.slice(1) : cell;
}
