import { metresPerYard, type Units } from '../model/units.ts';
import type { Effect } from '../nav/effect.ts';
import type { Drill } from '../rehearse/drill.ts';
import type { Rehearsal } from '../rehearse/rehearsal.ts';
import type { Score } from '../rehearse/score.ts';
import type { Mark } from '../rehearse/trainer.ts';
import { windowOf } from '../rehearse/window.ts';
import type { Stage, StageNote } from '../stage/stage.ts';
import { shown } from '../text/cells.ts';
import { type Saying, sayingOf } from '../tui/words.ts';
import { describeTulip } from '../tulip/description.ts';

/** What the crew must know to begin. */
export const guides: Readonly<Record<Drill, string>> = {
  call: 'Space when you would call the next note',
  recall: 'Space shows the next note; then y if you knew it, n if not',
  'distance-only': 'Space when you would call the next note, from memory',
  'no-cap': 'Space when you would call the next note, with its CAP',
  lost: 'Space or l when the car is on the wrong way',
};

/** What is rehearsed, how, and how it stands. */
export interface Rehearsed {
  readonly stage: Stage;
  readonly drill: Drill;
  readonly run: Rehearsal;
}

/** How a mark is said in the cockpit. `kmh` is the speed it was made at. */
export function markSaying(mark: Mark, says: Rehearsed, kmh: number | null): Saying {
  const { stage } = says;
  const { units } = stage.roadbook;
  const number = 'note' in mark ? (stage.notes[mark.note]?.number ?? '?') : '';
  switch (mark.mark) {
    case 'call':
      return callSaying(mark, says, kmh);
    case 'known':
      return mark.known ? good(`Note ${number}: known`) : warning(`Note ${number}: to be learnt again`);
    case 'wrong-turn':
      return mark.noticed
        ? good(`Noticed after ${short(mark.metres, units)}: going back to note ${number}`)
        : alarm(
            `The wrong turn at note ${number} went unnoticed for ${short(mark.metres, units)}: going back`,
          );
    case 'false-alarm':
      return warning('That was the right way');
  }
}

function callSaying(mark: Mark & { mark: 'call' }, says: Rehearsed, kmh: number | null): Saying {
  const stop = says.stage.notes[mark.note];
  const number = stop?.number ?? '?';
  if (mark.grade === 'missed' || mark.seconds === null)
    return alarm(`Note ${number} came uncalled${answer(stop, says.drill)}`);
  const seconds = `${mark.seconds.toFixed(mark.seconds < 10 ? 1 : 0)} s before`;
  if (mark.grade === 'good' || !stop) return good(`Note ${number}: good, ${seconds}`);
  const { latest, earliest } = windowOf(stop, (kmh ?? 0) / 3.6);
  return warning(`Note ${number}: ${mark.grade}, ${seconds}; good is ${earliest} to ${latest.toFixed(0)} s`);
}

/** Why a press marked nothing; `next` is the note ahead. */
export function nothingSaying({ stage, run }: Rehearsed, next: number, over: boolean): Saying {
  const stop = stage.notes[next];
  if (over || !stop || run.gradeOf(next) === null) return info('Nothing is left to call');
  return info(`Note ${stop.number} is called; the one after it is far off`);
}

/**
 * What an effect of the drive says in a rehearsal. The simulated crew confirms each note: what was hidden of it is told then,
 * beside how it was called. An announcement would tell when to call.
 */
export function effectSaying(effect: Effect, { stage, drill, run }: Rehearsed): Saying | null {
  switch (effect.effect) {
    case 'note-near':
    case 'waypoint-missed':
      return null;
    case 'note-confirmed': {
      const grade = run.gradeOf(effect.note);
      const stop = stage.notes[effect.note];
      const told = answer(stop, drill === 'recall' ? 'call' : drill);
      if (told === '' || grade === null || grade === 'missed') return null;
      return info(`Note ${stop?.number ?? '?'}, called ${grade}${told}`);
    }
    default:
      return sayingOf(effect, stage);
  }
}

/** What a drill hid of a note, said behind what became of it; empty where nothing was hidden. */
function answer(stop: StageNote | undefined, drill: Drill): string {
  if (!stop || drill === 'call' || drill === 'lost') return '';
  const cap = stop.cap === null ? [] : [`CAP ${degrees(stop.cap)}`];
  if (drill === 'no-cap') return `: ${cap[0] ?? 'no CAP'}`;
  const { text, tulip } = stop.note;
  const words = text ?? (tulip === null ? null : describeTulip(tulip, 'en'));
  const danger = stop.danger === null ? [] : ['!'.repeat(stop.danger)];
  const parts = [...danger, ...cap, ...(words === null ? [] : [shown(words, false)])];
  return parts.length === 0 ? '' : `: ${parts.join('  ')}`;
}

/** Where the car goes at a note, as one sees it from inside: right, or by another road. */
export function outsideSaying(stage: Stage, index: number, right: boolean): Saying | null {
  const stop = stage.notes[index];
  const tulip = stop?.note.tulip ?? null;
  if (!stop || tulip === null || tulip.exit === null) return null;
  const taken = right ? tulip.exit : wrongRoad(tulip);
  const heading =
    stop.cap === null ? '' : `, heading ${degrees(stop.cap + (taken.angle - tulip.exit.angle))}`;
  const way = describeTulip({ ...tulip, exit: taken, roundabout: false, roads: [] }, 'en');
  return { text: `The car goes ${way}${heading}`, tone: 'info', bell: false };
}

/** The road not taken that is most unlike the right one. */
function wrongRoad({ roads, exit }: NonNullable<Stage['notes'][number]['note']['tulip']>) {
  const apart = (angle: number) => Math.abs(((angle - (exit?.angle ?? 0) + 540) % 360) - 180);
  const [first] = roads.toSorted((a, b) => apart(b.angle) - apart(a.angle));
  return first ?? { angle: -(exit?.angle || 60), line: 'track' as const, curve: 0, path: null };
}

function degrees(heading: number): string {
  return String((Math.round(heading) + 360) % 360).padStart(3, '0');
}

/** The running score, short enough for the cockpit's title. */
export function scoreText({ calls, wrongTurns, noticed, falseAlarms, points }: Score, drill: Drill): string {
  const sum = points === null ? '' : ` ${points} %`;
  if (drill === 'lost') {
    const alarms = falseAlarms > 0 ? `, ${falseAlarms} false` : '';
    return `${drill}${sum}: ${noticed}/${wrongTurns} noticed${alarms}`;
  }
  return `${drill}${sum}: ${calls.good} good, ${calls.early} early, ${calls.late} late, ${calls.missed} missed`;
}

function short(metres: number, units: Units): string {
  return units === 'metric' ? `${Math.round(metres)} m` : `${Math.round(metres / metresPerYard)} yd`;
}

function info(text: string): Saying {
  return { text, tone: 'info', bell: false };
}

function good(text: string): Saying {
  return { text, tone: 'good', bell: false };
}

function warning(text: string): Saying {
  return { text, tone: 'warning', bell: false };
}

function alarm(text: string): Saying {
  return { text, tone: 'alarm', bell: true };
}
