/**
 * Every rule, in the order of its code.
 *
 * To add one: write `<name>.ts` here that exports `rule: Rule`, with the rule's source in its doc comment, and `<name>.md`
 * beside it (copy the sections of another); add both lines here; run `npm run docs`. The tests run the examples of the
 * Markdown file and hold the file, the name and the code together.
 */

import { rule as abbreviationAmbiguous } from './abbreviation-ambiguous.ts';
import { rule as abbreviationUnknown } from './abbreviation-unknown.ts';
import { rule as averageCapMismatch } from './average-cap-mismatch.ts';
import { rule as cap360 } from './cap-360.ts';
import { rule as capAgainstTrack } from './cap-against-track.ts';
import { rule as capAgainstTulip } from './cap-against-tulip.ts';
import { rule as capsMagnetic } from './caps-magnetic.ts';
import { rule as clearRadiiOverlap } from './clear-radii-overlap.ts';
import { rule as clearRadiusCrossedAgain } from './clear-radius-crossed-again.ts';
import { rule as clearRadiusTooSmall } from './clear-radius-too-small.ts';
import { rule as dangerNotMarked } from './danger-not-marked.ts';
import { rule as dangerUnexplained } from './danger-unexplained.ts';
import { rule as distanceBackwards } from './distance-backwards.ts';
import { rule as distanceImpossible } from './distance-impossible.ts';
import { rule as distanceMissing } from './distance-missing.ts';
import { rule as distanceOffTrack } from './distance-off-track.ts';
import { rule as editionLeaks } from './edition-leaks.ts';
import { rule as fuelGap } from './fuel-gap.ts';
import { rule as gapTooLong } from './gap-too-long.ts';
import { rule as hiddenCharacters } from './hidden-characters.ts';
import { rule as languagesMixed } from './languages-mixed.ts';
import { rule as liaisonTooFast } from './liaison-too-fast.ts';
import { rule as liaisonWithoutTime } from './liaison-without-time.ts';
import { rule as limitAtZoneEnd } from './limit-at-zone-end.ts';
import { rule as limitChangeUnmarked } from './limit-change-unmarked.ts';
import { rule as limitOutsideZone } from './limit-outside-zone.ts';
import { rule as limitRepeated } from './limit-repeated.ts';
import { rule as neutralisationWithoutTime } from './neutralisation-without-time.ts';
import { rule as noNotes } from './no-notes.ts';
import { rule as noteDoubled } from './note-doubled.ts';
import { rule as noteEmpty } from './note-empty.ts';
import { rule as noteNumberOutOfOrder } from './note-number-out-of-order.ts';
import { rule as noteOffTrack } from './note-off-track.ts';
import { rule as notesTooClose } from './notes-too-close.ts';
import { rule as openRadiusEnteredEarly } from './open-radius-entered-early.ts';
import { rule as partialMismatch } from './partial-mismatch.ts';
import { rule as pictureActive } from './picture-active.ts';
import { rule as pictureBroken } from './picture-broken.ts';
import { rule as radiusInverted } from './radius-inverted.ts';
import { rule as radiusUnusual } from './radius-unusual.ts';
import { rule as resetNotRestarting } from './reset-not-restarting.ts';
import type { Rule } from './rule.ts';
import { rule as safetyWaypointWithoutDanger } from './safety-waypoint-without-danger.ts';
import { rule as sectionFinishMissing } from './section-finish-missing.ts';
import { rule as sectionMarkDoubled } from './section-mark-doubled.ts';
import { rule as sectionMissing } from './section-missing.ts';
import { rule as sectionStartMissing } from './section-start-missing.ts';
import { rule as textTooLong } from './text-too-long.ts';
import { rule as totalMismatch } from './total-mismatch.ts';
import { rule as tulipAgainstTrack } from './tulip-against-track.ts';
import { rule as waypointNearStart } from './waypoint-near-start.ts';
import { rule as waypointNumberDoubled } from './waypoint-number-doubled.ts';
import { rule as waypointNumberOutOfOrder } from './waypoint-number-out-of-order.ts';
import { rule as zoneNotClosed } from './zone-not-closed.ts';
import { rule as zoneNotOpened } from './zone-not-opened.ts';
import { rule as zoneShorterThanRadii } from './zone-shorter-than-radii.ts';
import { rule as zoneVeryLong } from './zone-very-long.ts';
import { rule as zoneWithoutLimit } from './zone-without-limit.ts';
import { rule as zonesCrossed } from './zones-crossed.ts';

export const rules: readonly Rule[] = [
  zoneNotClosed,
  zoneNotOpened,
  zonesCrossed,
  zoneWithoutLimit,
  limitOutsideZone,
  limitChangeUnmarked,
  limitAtZoneEnd,
  neutralisationWithoutTime,
  zoneShorterThanRadii,
  limitRepeated,
  zoneVeryLong,
  noNotes,
  distanceMissing,
  distanceBackwards,
  partialMismatch,
  totalMismatch,
  notesTooClose,
  gapTooLong,
  resetNotRestarting,
  distanceOffTrack,
  noteOffTrack,
  distanceImpossible,
  sectionStartMissing,
  sectionFinishMissing,
  sectionMarkDoubled,
  sectionMissing,
  liaisonWithoutTime,
  liaisonTooFast,
  waypointNearStart,
  radiusInverted,
  radiusUnusual,
  clearRadiiOverlap,
  waypointNumberDoubled,
  waypointNumberOutOfOrder,
  safetyWaypointWithoutDanger,
  clearRadiusTooSmall,
  openRadiusEnteredEarly,
  clearRadiusCrossedAgain,
  noteEmpty,
  noteDoubled,
  noteNumberOutOfOrder,
  dangerUnexplained,
  dangerNotMarked,
  abbreviationUnknown,
  abbreviationAmbiguous,
  textTooLong,
  languagesMixed,
  hiddenCharacters,
  cap360,
  capAgainstTrack,
  tulipAgainstTrack,
  averageCapMismatch,
  capsMagnetic,
  capAgainstTulip,
  fuelGap,
  editionLeaks,
  pictureActive,
  pictureBroken,
];
