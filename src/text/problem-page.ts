import page from './problems.md';

/** What `explain` prints for a problem, by its code: a heading and a paragraph; null where the page has none. */
export function problemPage(code: string): string | null {
  const [, section = null] =
    new RegExp(`^## ${code} \\S+\\n+([\\s\\S]*?)(?=\\n## |\\s*$(?![\\s\\S]))`, 'm').exec(page) ?? [];
  return section === null ? null : `${section.trim()}\n`;
}
