import type { Language } from '../model/lexicon.ts';
import type { Stage } from '../stage/stage.ts';
import { callOf, speedWords, waypointWords } from './call.ts';
import { numberWords } from './numbers.ts';
import { filled, phrases } from './phrases.ts';
import type { Utterance } from './queue.ts';
import type { Warning } from './warnings.ts';

/** How long what is said of a thing stays true, ms. */
const life = { approach: 4_000, speed: 3_000, news: 10_000 };

/** A warning as it is said. */
export function speechOf(warning: Warning, stage: Stage, language: Language): Utterance {
  const say = phrases[language];
  const news = (text: string): Utterance => ({ text, about: warning.kind, urgent: false, life: life.news });
  switch (warning.kind) {
    case 'approach': {
      const { note, metres, again } = warning;
      const text = callOf(stage, note, metres, language, again);
      return { text, about: 'approach', urgent: false, life: life.approach };
    }
    case 'too-fast': {
      const speed = speedWords(warning.limitKmh, stage, language);
      return { text: filled(say.tooFast, { speed }), about: 'speed', urgent: true, life: life.speed };
    }
    case 'zone-left':
      return news(say.zoneEnds[warning.zone]);
    case 'waypoint-missed': {
      const stop = stage.notes[warning.note];
      return news(filled(say.missed, { waypoint: stop ? waypointWords(stop, language) : '' }));
    }
    case 'wait':
      return news(waitWords(warning.seconds, language));
    case 'go':
      return { ...news(say.go), urgent: true };
    case 'left-early':
      return { ...news(say.leftEarly), urgent: true };
    case 'sensor':
      return { ...news(warning.silent ? say.silent : say.heard), urgent: warning.silent };
    case 'finish':
      return news(say.finish);
  }
}

function waitWords(seconds: number, language: Language): string {
  const say = phrases[language];
  const minutes = Math.round(seconds / 60);
  if (minutes === 1) return say.waitMinute;
  if (seconds < 60) return filled(say.waitSeconds, { seconds: numberWords(seconds, language) });
  return filled(say.waitMinutes, { minutes: numberWords(minutes, language) });
}
