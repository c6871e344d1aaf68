import { type CounterOptions, counter } from './counter.ts';
import type { Sample } from './lines.ts';
import type { Clock, OdometerSource, Running } from './source.ts';

/** Bytes that make lines; opened anew after each failure. Throws or rejects when it cannot be had. */
export type OpenStream = () => Promise<Lines> | Lines;

/** A stream of bytes; one that can be closed is closed at the end. */
export type Lines = NodeJS.ReadableStream & { destroy?: () => unknown };

export interface StreamSource extends CounterOptions {
  readonly name: string;
  readonly open: OpenStream;
  /** A line to a sample, null to ignore it, or why it cannot be understood. */
  readonly parse: (line: string) => Sample | string | null;
  readonly clock: Clock;
  /** False for a stream that has an end, such as standard input or a file. */
  readonly reconnects: boolean;
}

/** Nothing heard for this long is said, ms. */
const silentAfter = 3_000;
/** Time between attempts, ms. */
const retryAfter = 1_000;
/** A line that grows past this is no line. */
const longestLine = 4_096;

/**
 * A live sensor that sends lines. Says when it is silent and when it is back, tries again by itself, and never invents
 * distance: what was not heard is not counted.
 */
export function streamSource(options: StreamSource): OdometerSource {
  return {
    name: options.name,
    start(emit, ended, notice = () => {}) {
      const { clock, parse, open, reconnects } = options;
      const begun = clock.now();
      const take = counter(options);
      let stream: Lines | null = null;
      let opening = false;
      let stopped = false;
      let heardAt = clock.now();
      let triedAt = Number.NEGATIVE_INFINITY;
      let silent = false;
      let trouble: string | null = null;
      let rest = '';

      const say = (text: string) => notice(`${options.name}: ${text}`);
      const line = (text: string) => {
        const sample = parse(text);
        if (sample === null) return;
        heardAt = clock.now();
        if (silent || trouble !== null) say('heard again');
        silent = false;
        trouble = null;
        if (typeof sample === 'string') return say(sample);
        const { event, notices } = take(sample, heardAt - begun);
        notices.forEach(say);
        emit(event);
      };
      const data = (chunk: Buffer | string) => {
        const parts = (rest + chunk.toString('utf8')).split('\n');
        rest = parts.pop() ?? '';
        if (rest.length > longestLine) rest = '';
        for (const part of parts) line(part);
      };
      const lost = (why: string) => {
        stream = null;
        // The last line of a file need not end.
        const last = rest;
        rest = '';
        if (stopped) return;
        if (reconnects) {
          // Once, and not for each attempt.
          if (trouble !== why) say(`${why}; trying again`);
          trouble = why;
          return;
        }
        if (last !== '') line(last);
        stopTimer();
        ended();
      };
      const attach = async () => {
        opening = true;
        triedAt = clock.now();
        try {
          const opened = await open();
          stream = opened;
          if (stopped) opened.destroy?.();
          // An error is followed by a close: the first of them says why.
          const gone = (why: string) => {
            if (stream === opened) lost(why);
          };
          opened.on('data', data).on('error', (error) => gone(error.message));
          // A file on standard input ends and never closes.
          opened.on('end', () => gone('closed')).on('close', () => gone('closed'));
        } catch (error) {
          lost(error instanceof Error ? error.message : String(error));
        }
        opening = false;
      };
      const stopTimer = clock.every(500, () => {
        const now = clock.now();
        if (!stream && !opening && now - triedAt >= retryAfter) void attach();
        if (now - heardAt < silentAfter) return;
        if (!silent) notice(`${options.name}: silent`, 'silent');
        silent = true;
        emit({ type: 'tick', t: now - begun });
      });
      void attach();
      return stoppable(() => {
        stopped = true;
        stopTimer();
        stream?.destroy?.();
      });
    },
  };
}

function stoppable(stop: () => void): Running {
  return { stop, pace: null };
}
