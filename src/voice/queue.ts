/** Something to say, and how long it is worth saying. */
export interface Utterance {
  readonly text: string;
  /** What is newer about the same thing takes its place while it waits. */
  readonly about: string;
  /** Goes before all that waits; what is being said is said to its end. */
  readonly urgent: boolean;
  /** It is stale after waiting this long, ms. */
  readonly life: number;
}

/** Says one text; `done` hears once how it ended, and `stop` ends it early. */
export type Speak = (text: string, done: (spoken: boolean) => void) => { stop(): void };

export interface SpeechQueue {
  say(utterance: Utterance): void;
  /** Says nothing more. */
  stop(): void;
  /** Resolves once nothing is said and nothing waits. */
  idle(): Promise<void>;
}

interface Waiting extends Utterance {
  readonly until: number;
}

/** One voice: a text at a time, the stale ones dropped. `now` is ms and never falls. */
export function speechQueue(speak: Speak, now: () => number): SpeechQueue {
  let waiting: Waiting[] = [];
  let current: { stop(): void } | null = null;
  let stopped = false;
  const idlers: (() => void)[] = [];

  const next = () => {
    const time = now();
    waiting = waiting.filter(({ until }) => until >= time);
    const [first, ...others] = waiting;
    if (current || stopped || !first) {
      if (!current) for (const idler of idlers.splice(0)) idler();
      return;
    }
    waiting = others;
    let ended = false;
    const done = () => {
      if (ended) return;
      ended = true;
      current = null;
      next();
    };
    const started = speak(first.text, done);
    if (!ended) current = started;
  };

  return {
    say(utterance) {
      if (stopped || utterance.text === '') return;
      const others = waiting.filter(({ about }) => about !== utterance.about);
      const one = { ...utterance, until: now() + utterance.life };
      const place = utterance.urgent ? others.findLastIndex(({ urgent }) => urgent) + 1 : others.length;
      waiting = others.toSpliced(place, 0, one);
      next();
    },
    stop() {
      stopped = true;
      waiting = [];
      current?.stop();
    },
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        next();
      }),
  };
}
