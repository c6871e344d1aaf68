import type { Manifest } from '../seal/manifest.ts';
import { forTerminal } from '../text/escape.ts';
import { systemClock } from './clock.ts';
import type { Output } from './command.ts';
import { clockWatch, countdown } from './countdown.ts';
import { keysOf, type RawInput } from './secret-input.ts';
import { isWhole, nothingTyped, shownCode, textOf, typing } from './typed-code.ts';

/** What a sealed file is, in a line. */
export function titleOf({ event, stage, crew }: Pick<Manifest, 'event' | 'stage' | 'crew'>): string {
  const parts = [event, stage, crew === null ? null : `crew ${crew}`].filter((part) => part !== null);
  return parts.length === 0 ? 'a stage without a name' : parts.join(' · ');
}

/** Who ends the last word by Enter does it so soon, ms: in the cockpit the key would confirm a note. */
const habit = 600;

/**
 * Counts down to the release on one line of the terminal while the code is typed; null when Ctrl-C or Ctrl-D gave up. The
 * code may be typed at any time: no clock holds it back.
 */
export async function askCode(
  manifest: Pick<Manifest, 'notBefore'>,
  input: RawInput,
  output: Output,
): Promise<string | null> {
  let typed = nothingTyped;
  let isEnding = false;
  let stopWaiting = () => {};
  const moved = clockWatch();
  const draw = () => {
    const by = moved(Date.now(), systemClock.now());
    if (by !== 0)
      output.write(
        `\r\u001b[KThe clock of this machine was set ${by < 0 ? 'back' : 'forward'} by ${Math.abs(by)} s.\r\n`,
      );
    const line = `Released ${countdown(manifest, Date.now())} · code, ${shownCode(typed)}`;
    output.write(`\r\u001b[K${forTerminal(line).slice(0, (output.columns ?? 80) - 1)}`);
  };
  const still = systemClock.every(1000, draw);
  try {
    return await keysOf<string | null>(
      input,
      (key, end) => {
        if (key === '\u0003' || key === '\u0004') return end(null);
        if (isEnding) return end(textOf(typed));
        typed = typing(typed, key);
        draw();
        if (key === '\r' && textOf(typed) !== '') return end(textOf(typed));
        isEnding = isWhole(typed);
        if (isEnding) stopWaiting = systemClock.every(habit, () => end(textOf(typed)));
      },
      draw,
    );
  } finally {
    still();
    stopWaiting();
    output.write('\r\u001b[K');
  }
}
