// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a terminal sends
/** Keys out of what a terminal sends, and the beginning of a sequence whose rest has not come yet. */
export interface Decoded {
  readonly keys: readonly string[];
  readonly pending: string;
}

const controls: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  '\x7f': 'backspace',
  '\b': 'backspace',
};

// Final byte, or number before `~`, of the sequences that xterm, the Linux console and rxvt send.
const finals: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  P: 'f1',
};
const numbered: Readonly<Record<string, string>> = {
  '1': 'home',
  '3': 'delete',
  '4': 'end',
  '5': 'pgup',
  '6': 'pgdn',
  '7': 'home',
  '8': 'end',
  '11': 'f1',
};

// CSI with its parameters, SS3, an OSC, DCS or APC answer, or ESC before any other character (Alt).
const sequence =
  /^\x1b(?:\[\[?([0-9:;<=>?]*)[ -/]*([@-~])|O([A-Z])|([\]P_][^\x07\x1b]*)(?:\x07|\x1b\\)|([^[O\]P_\x1b]))/u;
const beginning = /^\x1b(?:\[\[?[0-9:;<=>?]*[ -/]*|O|[\]P_][^\x07\x1b]*\x1b?)?$/u;

/**
 * Splits input into keys: characters as they are, `space`, `enter`, `esc`, `up`, `pgdn`, `ctrl-c`, `alt-x` and so on.
 * Sequences with no name here are swallowed. `flush` says that nothing more is coming: an ESC that waits is the key.
 */
export function decode(pending: string, input: string, flush = false): Decoded {
  const keys: string[] = [];
  let rest = pending + input;
  while (rest !== '') {
    if (rest.startsWith('\x1b')) {
      const found = sequence.exec(rest);
      if (found) {
        const key = named(found);
        if (key !== null) keys.push(key);
        rest = rest.slice(found[0].length);
        continue;
      }
      if (beginning.test(rest) && !flush) return { keys, pending: rest };
      keys.push('esc');
      // What began like a sequence and never ended is not typed text.
      rest = beginning.test(rest) ? '' : rest.slice(1);
      continue;
    }
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    keys.push(keyOf(character));
    rest = rest.slice(character.length);
  }
  return { keys, pending: '' };
}

function keyOf(character: string): string {
  const known = controls[character];
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  return code < 0x20 ? `ctrl-${String.fromCharCode(code + 0x60)}` : character;
}

/** A report of the mouse (SGR, DEC mode 1006): its wheel, and the first button going down as `click:column:row` from 0. */
function mouse(parameters: string, final: string): string | null {
  const [button, x, y] = parameters.slice(1).split(';').map(Number);
  if (button === 64 || button === 65) return button === 64 ? 'wheel-up' : 'wheel-down';
  return button === 0 && final === 'M' && x && y ? `click:${x - 1}:${y - 1}` : null;
}

function named([, parameters, final, ss3, string, alt]: RegExpExecArray): string | null {
  if (alt !== undefined) return `alt-${keyOf(alt)}`;
  if (ss3 !== undefined) return finals[ss3] ?? null;
  // kitty says OK to the picture it was asked about.
  if (string !== undefined) return /^_Gi=\d+;OK$/.test(string) ? 'answer:kitty' : null;
  if (final === undefined || parameters === undefined) return null;
  if (final === '~') return numbered[parameters.split(';')[0] ?? ''] ?? null;
  if (parameters.startsWith('<')) return mouse(parameters, final);
  if (final === 'c' && /^\?[\d;]*;4(;|$)/.test(parameters)) return 'answer:sixel';
  const cell = final === 't' ? /^6;(\d{1,3});(\d{1,3})$/.exec(parameters) : null;
  if (cell) return `answer:cell:${cell[2]}:${cell[1]}`;
  // Focus reports and answers to questions end in other letters or carry a mark first.
  return /^[<=>?]/.test(parameters) ? null : (finals[final] ?? null);
}
