import { InvalidArgumentError, type Command as Verb } from 'commander';
import type { Language } from '../model/lexicon.ts';
import type { Effect } from '../nav/effect.ts';
import type { State } from '../nav/state.ts';
import type { OdometerSource } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import type { Warnings } from '../tui/crew.ts';
import { approachSaying } from '../tui/words.ts';
import { languages } from '../voice/phrases.ts';
import { type SpeechQueue, speechQueue } from '../voice/queue.ts';
import { speaking } from '../voice/speaker.ts';
import { speechOf } from '../voice/speech.ts';
import { unwarned, type Warning, warningsOf } from '../voice/warnings.ts';
import { systemClock } from './clock.ts';
import type { Io } from './command.ts';
import { metres } from './drive-options.ts';
import { oneOf } from './options.ts';

export interface WarningOptions {
  /** Metres before a note, the farthest first. */
  readonly warn?: readonly number[];
  readonly bell?: true;
  readonly voice?: Language;
}

export function warningOptions(verb: Verb): void {
  verb
    .option('--warn <metres>', 'warn of a note at these distances: 500,200', distances)
    .option('--bell', 'ring at each warning of a note, not only of dangers')
    .option('--voice <language>', `say warnings aloud: ${languages.join(', ')}`, oneOf(languages));
}

/** How the crew of one drive is warned beside what the effects say. */
export interface Warner {
  /** After each event: speaks, and answers what the cockpit shows. */
  readonly hear: Warnings;
  /** The source, listened to for a sensor that falls silent. */
  attentive(source: OdometerSource): OdometerSource;
  /** Lets what is being said end, and speaks no more. */
  finish(): Promise<void>;
  /** Falls silent at once. */
  stop(): void;
}

/** What is wrong with the voice is told as what is wrong with the sensor is; the drive goes on without it. */
export function warner(
  stage: Stage,
  { warn, bell, voice }: WarningOptions,
  nearMetres: number,
  io: Io,
): Warner {
  const owed: string[] = [];
  let say: (text: string) => void = (text) => owed.push(text);
  const queue =
    voice === undefined
      ? null
      : speechQueue(
          speaking(io.env.PATH, voice, (text) => say(text)),
          systemClock.now,
        );
  const utter = (warning: Warning) => {
    if (queue && voice !== undefined) queue.say(speechOf(warning, stage, voice));
  };
  let warned = unwarned;
  return {
    hear(state: State, effects: readonly Effect[]) {
      const [after, warnings] = warningsOf(stage, warned, state, effects, warn ?? [nearMetres]);
      warned = after;
      for (const warning of warnings) utter(warning);
      const approaches = warnings.filter((warning) => warning.kind === 'approach');
      return {
        // The first is said by the effect.
        sayings: approaches
          .filter(({ again }) => again)
          .map(({ note, metres }) => approachSaying(note, metres, stage)),
        bell: bell === true && approaches.length > 0,
      };
    },
    attentive: (source) => ({
      ...source,
      start(emit, ended, notice) {
        say = notice ?? say;
        for (const text of owed.splice(0)) say(text);
        return source.start(emit, ended, (text, about) => {
          if (about !== undefined) utter({ kind: 'sensor', silent: about === 'silent' });
          notice?.(text, about);
        });
      },
    }),
    finish: () => ended(queue),
    stop: () => queue?.stop(),
  };
}

async function ended(queue: SpeechQueue | null): Promise<void> {
  await queue?.idle();
  queue?.stop();
}

/** `500,200`: metres, each 10 to 10,000. */
function distances(given: string): readonly number[] {
  const found = given.split(',').map((one) => metres(one));
  if (found.length > 8 || found.some((one) => one < 10)) {
    throw new InvalidArgumentError('Give up to 8 distances in metres, 10 to 10000, as 500,200.');
  }
  return [...new Set(found)].sort((a, b) => b - a);
}
