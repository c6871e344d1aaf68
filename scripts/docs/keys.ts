import { keyTable } from '../../src/tui/keys.ts';

/** The cockpit's keys as a Markdown document, from the table that the cockpit itself reads. */
export async function keysDocument(): Promise<string> {
  const groups = keyTable.map(({ title, bindings }) => {
    const rows = bindings.map(({ shown, says }) => `| ${keyNames(shown)} | ${escaped(says)} |`);
    return `## ${title}\n\n| key | |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Keys of the cockpit

Made from \`src/tui/keys.ts\` by \`npm run docs\`. In the cockpit, \`?\` lists them and \`:\` finds them by name. With \`--remote\`, or
after \`x\`, six keys act and no other: \`↑\` \`↓\` look, \`←\` \`→\` turn the trip, \`Enter\` confirms, \`Esc\` follows again or opens the menu of
all acts; \`1\` to \`6\` are the same keys. The mouse wheel looks ahead, a click looks at the note clicked.

${groups.join('\n')}`;
}

function keyNames(shown: string): string {
  return shown
    .split(' ')
    .map((key) => `\`${key}\``)
    .join(' ');
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
