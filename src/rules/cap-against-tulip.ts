import { turn } from './ground.ts';
import { exitHeadings } from './headings.ts';
import type { Rule } from './rule.ts';

/** So near, metres, that the two notes are read together and the CAP of the first still holds at the second. */
const near = 300;

/**
 * Without a track, the CAP of a note and of the one before it say by how much the crew turns; the tulip says it as well.
 * Where notes are far apart the way may bend between them, so only near ones are compared.
 *
 * Source: RN2 and TLP geometry: the drawn exit turns by the heading out less the heading in; 300 m is the distance at which
 * the page marks two boxes to be read together (RoadbookRally, terminology).
 */
export const rule: Rule = {
  code: 'RB716',
  name: 'cap-against-tulip',
  severity: 'warning',
  needs: 'odometer',
  *check({ notes, layout, ground, thresholds, locate, say }) {
    for (const [index, { cap, tulip }] of notes.entries()) {
      const before = notes[index - 1]?.cap ?? null;
      const drawn = tulip?.exit?.angle ?? null;
      if (cap === null || before === null || drawn === null || tulip?.roundabout) continue;
      const place = layout.places[index];
      if (!place?.measured || place.partial > near) continue;
      // The track knows better.
      if (ground !== null && exitHeadings(ground, index).length > 0) continue;
      const turned = turn(before, cap);
      if (Math.abs(turn(turned, drawn)) <= thresholds.tulipDegrees) continue;
      yield {
        message: `by its tulip ${say(index)} leaves ${side(drawn)}, but its CAP is ${cap} and that of the note before ${before}: ${side(turned)}`,
        span: locate(['notes', index, 'cap']),
        notes: [{ message: 'the CAP before', span: locate(['notes', index - 1, 'cap']) }],
        help: 'one of the two CAPs or the tulip is wrong; if the road bends between the notes, allow it',
      };
    }
  },
};

function side(degrees: number): string {
  const angle = Math.abs(Math.round(degrees));
  if (angle < 15) return 'straight on';
  return angle === 180 ? 'back' : `${angle}° to the ${degrees < 0 ? 'left' : 'right'}`;
}
