import { abbreviationOf, type Language, symbolOf } from '../model/lexicon.ts';
import { metresPerYard, speedFromKmh, type Units } from '../model/units.ts';
import type { Stage, StageNote } from '../stage/stage.ts';
import { describeTulip } from '../tulip/description.ts';
import { numberWords } from './numbers.ts';
import { filled, phrases } from './phrases.ts';
import { spelt } from './spelt.ts';

/** A note this close behind is called in the same breath, metres. */
const sameBreath = 150;

/**
 * A note as a co-driver calls it, `metres` before it: distance, danger, waypoint and zone, the way, the heading. `short` is
 * for the second time: where, how dangerous, which way.
 */
export function callOf(
  stage: Stage,
  index: number,
  metres: number,
  language: Language,
  short: boolean,
): string {
  const stop = stage.notes[index];
  if (!stop) return '';
  const { units } = stage.roadbook;
  const distance = distanceWords(metres, units, language);
  if (short) return parts(distance, danger(stop, language), gist(stop, language));
  return parts(
    distance,
    danger(stop, language),
    ...marks(stage, stop, language),
    way(stop, language),
    heading(stop, language),
    ending(stop, language),
    behind(stage, index, language),
  );
}

function behind(stage: Stage, index: number, language: Language): string {
  const next = stage.notes[index + 1];
  if (!next || next.partial > sameBreath || next.partial <= 0) return '';
  const distance = distanceWords(next.partial, stage.roadbook.units, language);
  const then = filled(phrases[language].next, { distance });
  return parts(then, danger(next, language), direction(next, language));
}

/** Tens of metres; yards on a page of miles. */
function distanceWords(metres: number, units: Units, language: Language): string {
  const tens = (length: number) => numberWords(Math.max(10, Math.round(length / 10) * 10), language);
  if (units === 'metric') return tens(metres);
  return filled(phrases[language].yards, { distance: tens(metres / metresPerYard) });
}

function danger({ danger }: StageNote, language: Language): string {
  return danger === null ? '' : filled(phrases[language].danger, { level: numberWords(danger, language) });
}

/** Waypoint by its type and name, zones that begin and end here, a limit. */
function marks(stage: Stage, stop: StageNote, language: Language): string[] {
  const say = phrases[language];
  const said: string[] = stop.waypoint === null ? [] : [waypointWords(stop, language)];
  for (const zone of stage.zones) {
    if (zone.firstNote === stop.index) said.push(say.zone[zone.kind]);
    if (zone.lastNote === stop.index) said.push(say.zoneEnds[zone.kind]);
  }
  const { limitKmh } = stop.note;
  if (limitKmh !== null) said.push(filled(say.limit, { speed: speedWords(limitKmh, stage, language) }));
  return said;
}

export function waypointWords({ waypoint, note }: StageNote, language: Language): string {
  if (waypoint === null) return '';
  const type = abbreviationOf(waypoint)?.meanings[0]?.[language] ?? waypoint;
  const name = note.waypoints.find((one) => one.type === waypoint)?.name ?? null;
  return name === null ? type : `${type} ${spelt(name, language)}`;
}

export function speedWords(kmh: number, { roadbook }: Stage, language: Language): string {
  return numberWords(speedFromKmh(kmh, roadbook.units), language);
}

/** The way by the tulip, then what the text adds: `à droite entre dunes`. */
function way(stop: StageNote, language: Language): string {
  const { note } = stop;
  const turn = direction(stop, language);
  const { text, goesOn } = rest(withoutMarks(stop), turn !== '');
  const said = spelt(text, language);
  const known = said.toLowerCase();
  const symbols = note.symbols.map((id) => symbolOf(id)?.words[language] ?? spelt(id, language));
  const added = symbols.filter((word) => !known.includes(word.toLowerCase()));
  const whole = goesOn && said !== '' && !turn.includes(',') ? `${turn} ${said}` : parts(turn, said);
  return parts(whole, ...added);
}

/** The text without the codes of this note's own waypoints and zones: they are said before. */
function withoutMarks({ note }: StageNote): string {
  const codes = new Set<string>(note.waypoints.map(({ type }) => type));
  return (note.text ?? '').replace(/[A-Z]{2,3}(?![\w-])[ ,]*/g, (word) =>
    codes.has(word.trim().replace(/,$/, '')) ? '' : word,
  );
}

const saysTheWay =
  /^\s*(?:L|R|G|D|TD|kp[LRS]|left|right|gauche|droite|izquierda|derecha)(?:\s*([,;])\s*|\s+|$)/u;

/** Text that begins by saying the way, as the tulip has done: what comes after it, and whether it goes on from it. */
function rest(text: string, saysWay: boolean): { text: string; goesOn: boolean } {
  const found = saysWay ? saysTheWay.exec(text) : null;
  if (!found) return { text, goesOn: false };
  return { text: text.slice(found[0].length), goesOn: found[1] === undefined };
}

/** Which way; without a tulip what the text says first. */
function gist(stop: StageNote, language: Language): string {
  return direction(stop, language) || (way(stop, language).split(', ')[0] ?? '');
}

function direction({ note }: StageNote, language: Language): string {
  return note.tulip === null ? '' : describeTulip(note.tulip, language);
}

function heading({ cap, note }: StageNote, language: Language): string {
  const say = phrases[language];
  const figure = (degrees: number) => numberWords(degrees, language);
  return parts(
    cap === null ? '' : filled(say.heading, { degrees: figure(cap) }),
    note.averageCap === null ? '' : filled(say.averageHeading, { degrees: figure(note.averageCap) }),
  );
}

function ending({ note }: StageNote, language: Language): string {
  const say = phrases[language];
  return parts(note.stopSeconds === null ? '' : say.stop, note.reset === null ? '' : say.reset);
}

function parts(...said: readonly string[]): string {
  return said.filter((part) => part !== '').join(', ');
}
