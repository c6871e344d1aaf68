import { fnv1a64 } from '../text/fnv.ts';
import type { Roadbook } from './roadbook.ts';

/**
 * Names the drivable content of a roadbook, 16 hex digits: notes, distances, marks and words, but no coordinate, track,
 * picture or organiser field, so that the organiser's and the competitor's edition have the same one. A check against
 * mix-ups (FNV-1a, 64 bits), not against forgery: signatures are for that.
 */
export function fingerprint(roadbook: Roadbook): string {
  const { event, stage, units, notes } = roadbook;
  const driven = notes.map(({ at: _at, pictures: _pictures, remark: _remark, kept: _kept, ...note }) => note);
  return fnv1a64(JSON.stringify([event, stage.number, stage.name, units, driven]));
}
