/** How a terminal is sent pictures. */
export const protocols = ['kitty', 'iterm', 'sixel'] as const;
export type Protocol = (typeof protocols)[number];

/** What is known of the terminal: how it takes pictures, null while or where it does not, and a cell in pixels. */
export interface Graphics {
  readonly protocol: Protocol | null;
  readonly cell: { readonly width: number; readonly height: number };
}

/** A cell as most terminals have it, until one answers. */
export const usualCell = { width: 8, height: 16 };

type Env = Readonly<Record<string, string | undefined>>;

/** What the crew asks for, before the terminal has answered anything. */
export function wished(wish: 'auto' | 'off' | Protocol, env: Env): Protocol | null {
  if (wish === 'off') return null;
  return wish === 'auto' ? protocolOf(env) : wish;
}

/** What the environment says; null where it says nothing. Inside tmux or screen pictures would go astray. */
function protocolOf(env: Env): Protocol | null {
  const { TERM = '', TERM_PROGRAM = '' } = env;
  if (isInside(env)) return null;
  if (env.KITTY_WINDOW_ID || /kitty|ghostty/.test(`${TERM} ${TERM_PROGRAM}`)) return 'kitty';
  if (/iTerm\.app|WezTerm/.test(TERM_PROGRAM)) return 'iterm';
  return /^(foot|mlterm|contour)/.test(TERM) ? 'sixel' : null;
}

/** Whether a terminal may be asked: one that does not know the question must at least swallow it. */
function mayAsk(env: Env): boolean {
  const { TERM = '' } = env;
  // Apple's Terminal prints a question that it does not know.
  return (
    !isInside(env) &&
    env.TERM_PROGRAM !== 'Apple_Terminal' &&
    TERM !== '' &&
    !/^(linux|dumb|vt|cons|ansi)/.test(TERM)
  );
}

function isInside({ TMUX, STY, TERM = '' }: Env): boolean {
  return Boolean(TMUX || STY || /^(tmux|screen)/.test(TERM));
}

/**
 * Asks for kitty's pictures, for the size of a cell, and what the terminal is (DA1: 4 among its figures is sixel). Nobody
 * waits: until an answer comes, and where none does, tulips are drawn in characters.
 */
const question = '\x1b_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[16t\x1b[c';

/** What to ask the terminal. */
export function questionFor(wish: 'auto' | 'off' | Protocol, env: Env): string {
  if (wish === 'off' || !mayAsk(env)) return '';
  return wish === 'auto' ? question : '\x1b[16t';
}

/** What is known after an answer, as `decode` names it: `answer:kitty`, `answer:sixel`, `answer:cell:8:16`. */
export function answered(graphics: Graphics, answer: string): Graphics {
  const [, what, width, height] = answer.split(':');
  switch (what) {
    case 'kitty':
      return { ...graphics, protocol: 'kitty' };
    case 'sixel':
      return { ...graphics, protocol: graphics.protocol ?? 'sixel' };
    case 'cell':
      return { ...graphics, cell: { width: pixels(width), height: pixels(height) } };
    default:
      return graphics;
  }
}

/** Pixels of a cell's side that can be true. */
function pixels(figure: string | undefined): number {
  return Math.max(4, Math.min(64, Number(figure) || usualCell.width));
}
