import type { Act } from '../nav/event.ts';

/**
 * Where wheel counts come from. `t` is milliseconds on the source's own clock, never falling; `raw` the wheel's counter,
 * absolute and never falling: unwrapping, repairing and reversing is the source's work, the core only counts.
 */
export type SourceEvent =
  | { readonly type: 'wheel'; readonly t: number; readonly raw: number }
  /** Time passed and the wheel stood, or nothing was heard. */
  | { readonly type: 'tick'; readonly t: number }
  /** Where the source stands for the crew too: a rehearsal's simulated one. */
  | Act;

export interface OdometerSource {
  /** For the crew: `simulated, 90 km/h`. */
  readonly name: string;
  /**
   * Begins to emit. `ended` is called once, when the source has no more to say; `notice` with what the crew must know of
   * the sensor: silent, back again, a reading that was not believed; the first two say so apart from their words.
   */
  start(emit: (event: SourceEvent) => void, ended: () => void, notice?: Notice): Running;
  /** It acts for the crew too: nobody else needs to. */
  readonly crewed?: boolean;
  /** The same events at once, for those who need not wait; absent where they are yet to happen. */
  readonly events?: Iterable<SourceEvent>;
}

export type Notice = (text: string, about?: 'silent' | 'heard') => void;

export interface Running {
  stop(): void;
  /** Null for a source whose pace nobody here can set. */
  readonly pace: Pace | null;
}

/** Time of a recorded or simulated drive against the clock's. */
export interface Pace {
  /** 4 is four times as fast as life; 0 is paused. */
  readonly rate: () => number;
  set(rate: number): void;
}

/** The wall clock, handed in so that tests can turn it. */
export interface Clock {
  /** Milliseconds, never falling. */
  now(): number;
  /** Calls back every `ms`; the answer stops it. */
  every(ms: number, call: () => void): () => void;
}
