import { sources } from '../../src/odometer/registry.ts';
import type { SourceEvent } from '../../src/odometer/source.ts';
import { handClock } from './clock.ts';

/** A sensor's source as drive opens it, and what it says. */
export function listeningTo(name: string, argument: string, metresPerCount: number) {
  const entry = sources.find((one) => one.name === name);
  if (!entry?.sensor) throw new Error(`${name} is no sensor`);
  const clock = handClock();
  const events: SourceEvent[] = [];
  const notices: string[] = [];
  let heard = () => {};
  const wheel = entry.open(argument, { clock, stdin: process.stdin, metresPerCount });
  const running = wheel.start(
    (event) => {
      events.push(event);
      heard();
    },
    () => {},
    (text) => {
      notices.push(text);
      heard();
    },
  );
  /** Waits for what must come; no clock is asked. */
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      heard = () => done() && resolve();
      heard();
    });
  const raw = () => events.findLast((event) => event.type === 'wheel')?.raw ?? null;
  return { clock, events, notices, running, until, raw };
}
