import { formatDistance, metresPerMile, type Units } from '../model/units.ts';
import type { Effect } from '../nav/effect.ts';
import type { Act, ActType } from '../nav/event.ts';
import type { State } from '../nav/state.ts';
import { view } from '../nav/view.ts';
import type { Stage, ZoneKind } from '../stage/stage.ts';
import type { Annotation } from './annotations.ts';
import { countdown, speedText, speedUnit, toGoText } from './picture.ts';

/** A line for the crew. */
export interface Saying {
  readonly text: string;
  readonly tone: 'info' | 'good' | 'warning' | 'alarm';
  /** Worth the terminal's bell. */
  readonly bell: boolean;
  /** About the equipment: stays beside what is said after it for a while. */
  readonly lasts?: true;
}

/** What an effect says; null for one that is shown elsewhere. */
export function sayingOf(effect: Effect, stage: Stage): Saying | null {
  const { units } = stage.roadbook;
  switch (effect.effect) {
    case 'note-near':
      return approachSaying(effect.note, effect.metres, stage);
    case 'note-reached':
    case 'waypoint-due':
    case 'waypoint-confirmed':
    case 'note-doubted':
    case 'lost':
    // Said with the figures that undoing brought back.
    case 'undone':
      return null;
    case 'note-confirmed':
      return good(`Note ${number(stage, effect.note)} confirmed${corrected(effect.correction, units)}`);
    case 'returned':
      return good(
        `Back ${back(stage, effect.note)}: ${toGoText(effect.detour, units)} of detour not counted`,
      );
    case 'note-passed':
      return info(`Note ${number(stage, effect.note)} passed, not confirmed`);
    case 'waypoint-missed':
      return warning(`${effect.type} at note ${number(stage, effect.note)} not confirmed`);
    case 'zone-entered':
      return warning(`${zoneName[effect.kind]} begins${limitText(effect.limitKmh, units)}`);
    case 'zone-left':
      return good(`${zoneName[effect.kind]} ends`);
    case 'limit-exceeded':
      return alarm(
        `Over the limit: ${speedText(effect.speedKmh, units)} where ${speedText(effect.limitKmh, units)} is allowed`,
      );
    case 'limit-respected':
      return info(
        `Back under the limit after ${(effect.ms / 1000).toFixed(1)} s, ${speedText(effect.worstKmh, units)} ${speedUnit(units)} at worst`,
      );
    case 'neutralisation-started':
      return warning(`Neutralisation: ${countdown(effect.seconds * 1000)}`);
    case 'neutralisation-ended':
      return good('Neutralisation over: you may go');
    case 'neutralisation-left-early':
      return alarm(`Neutralisation left ${countdown(effect.secondsEarly * 1000)} too early`);
    case 'leg-started':
      return info(`${legName[effect.kind]}: ${countdown(effect.seconds * 1000)} allowed`);
    case 'leg-ended':
      return effect.secondsEarly < 0
        ? alarm(`${legName[effect.kind]} ended ${countdown(-effect.secondsEarly * 1000)} late`)
        : good(`${legName[effect.kind]} ended ${countdown(effect.secondsEarly * 1000)} early`);
    case 'fuel-short':
      return alarm(
        `Fuel for ${toGoText(Math.max(0, effect.metres), units)}, next in ${toGoText(effect.toGo, units)}`,
      );
    case 'refused':
      return warning(`Not done: ${actName[effect.act]}: ${effect.reason}`);
    case 'finish':
      return good(`Finish: note ${number(stage, effect.note)}, the end of the roadbook`);
  }
}

/** A note ahead, its danger said. */
export function approachSaying(index: number, metres: number, stage: Stage): Saying {
  const stop = stage.notes[index];
  const text = `Note ${number(stage, index)} in ${toGoText(Math.max(0, metres), stage.roadbook.units)}`;
  if (!stop?.danger) return info(text);
  const saying = `${text}: danger ${'!'.repeat(stop.danger)}`;
  return { ...(stop.danger > 1 ? alarm(saying) : warning(saying)), bell: true };
}

/** What an act did, where no effect says it; `state` is the one after it, `undone` the act that was taken back. */
export function doneSaying(act: Act, stage: Stage, state: State, undone?: ActType): Saying | null {
  const { units } = stage.roadbook;
  const { instrument } = state;
  const { total, partial, calibration } = view(stage, state);
  switch (act.type) {
    case 'nudge':
      return info(`Total ${signed(act.metres, units)}: ${formatDistance(total, units)}`);
    case 'set':
      return info(`Total set to ${formatDistance(total, units)}`);
    case 'trip-reset':
      return info('Partial set to 0');
    case 'freeze':
      return info(instrument.frozen ? 'Frozen: distances stand while you search' : 'Distances run again');
    case 'reverse':
      return info(instrument.direction === -1 ? 'Reverse: distances count down' : 'Forward again');
    case 'calibrate':
      return info(`Wheel scale is now ${(calibration * 100).toFixed(1)} % of nominal`);
    case 'lost':
      return instrument.lost
        ? warning('Lost: notes are not called until one is confirmed, or you are back')
        : info('Driving on by the odometer');
    case 'undo': {
      if (undone === undefined) return null;
      const figures = `total ${formatDistance(total, units)}, partial ${formatDistance(partial, units)}`;
      return info(`Undone: ${actName[undone]}; ${figures}`);
    }
    case 'confirm':
    case 'return':
    case 'scroll':
    case 'follow':
      return null;
  }
}

/** What the crew has on a note now. */
export function ownSaying(stage: Stage, note: number, { text, marked }: Annotation): Saying {
  const name = `Note ${number(stage, note)}`;
  if (text !== null) return info(`${name}, your words: ${text}`);
  return info(marked ? `${name} marked` : `${name}: nothing of yours on it`);
}

const actName: Readonly<Record<ActType, string>> = {
  confirm: 'confirm',
  nudge: 'correction',
  set: 'set total',
  'trip-reset': 'partial to 0',
  freeze: 'freeze',
  reverse: 'reverse',
  calibrate: 'calibrate',
  lost: 'lost',
  return: 'back at the last sure place',
  undo: 'undo',
  scroll: 'scroll',
  follow: 'follow',
};

const zoneName: Readonly<Record<ZoneKind, string>> = {
  speed: 'Speed zone',
  neutralisation: 'Neutralisation',
  transfer: 'Transfer',
};

const legName = { transfer: 'Transfer', liaison: 'Liaison' } as const;

/** The act's name in the crew's words. */
export function nameOfAct(type: ActType): string {
  return actName[type];
}

function back(stage: Stage, note: number | null): string {
  return note === null ? 'at the last sure place' : `at note ${number(stage, note)}`;
}

function number(stage: Stage, index: number): string {
  return String(stage.notes[index]?.number ?? '?');
}

function corrected(correction: number, units: Units): string {
  return Math.abs(correction) < 0.5 ? '' : `, corrected ${signed(correction, units)}`;
}

function signed(metres: number, units: Units): string {
  const figure = Math.abs(metres);
  const text = units === 'metric' ? `${Math.round(figure)} m` : `${(figure / metresPerMile).toFixed(3)} mi`;
  return `${metres < 0 ? '-' : '+'}${text}`;
}

function limitText(kmh: number | null, units: Units): string {
  return kmh === null ? '' : `: ${speedText(kmh, units)} ${speedUnit(units)}`;
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
