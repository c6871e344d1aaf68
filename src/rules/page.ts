/** The Markdown page of a rule: its documentation, what `explain` prints, and its test. */
export async function pageOf(rule: string): Promise<string> {
  const { default: page }: { default: string } = await import(`../rules/${rule}.md`);
  return page;
}

/** The page's heading: what is wrong, in a few words. */
export function titleOf(page: string): string {
  return /^# (.*)$/m.exec(page)?.[1] ?? '';
}
