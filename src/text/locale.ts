/** Whether the terminal can be trusted with more than ASCII, by the locale it says it has. */
export function speaksUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
  // The console's font has 256 or 512 characters, and braille is not among them.
  if (env.TERM === 'dumb' || env.TERM === 'linux') return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value !== undefined && value !== '');
  if (locale !== undefined) return /utf-?8/i.test(locale);
  // Nobody said. A multiplexer without a locale replaces what is not ASCII; terminals themselves rarely mind.
  return env.TMUX === undefined && env.STY === undefined;
}
