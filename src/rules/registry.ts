/**
 * Every rule, in the order of its code.
 *
 * To add one: write `<name>.ts` here that exports `rule: Rule`, with the rule's source in its doc comment, and `<name>.md`
 * beside it (copy the sections of another); add both lines here; run `npm run docs`. The tests run the examples of the
 * Markdown file and hold the file, the name and the code together.
 */

import { rule as distanceBackwards } from './distance-backwards.ts';
import { rule as distanceMissing } from './distance-missing.ts';
import { rule as noNotes } from './no-notes.ts';
import { rule as partialMismatch } from './partial-mismatch.ts';
import { rule as radiusInverted } from './radius-inverted.ts';
import type { Rule } from './rule.ts';
import { rule as sectionFinishMissing } from './section-finish-missing.ts';
import { rule as sectionMarkDoubled } from './section-mark-doubled.ts';
import { rule as sectionStartMissing } from './section-start-missing.ts';
import { rule as totalMismatch } from './total-mismatch.ts';
import { rule as zoneNotClosed } from './zone-not-closed.ts';
import { rule as zoneNotOpened } from './zone-not-opened.ts';
import { rule as zoneWithoutLimit } from './zone-without-limit.ts';
import { rule as zonesCrossed } from './zones-crossed.ts';

export const rules: readonly Rule[] = [
  zoneNotClosed,
  zoneNotOpened,
  zonesCrossed,
  zoneWithoutLimit,
  noNotes,
  distanceMissing,
  distanceBackwards,
  partialMismatch,
  totalMismatch,
  sectionStartMissing,
  sectionFinishMissing,
  sectionMarkDoubled,
  radiusInverted,
];
