import type { Roadbook } from '../../model/roadbook.ts';
import { yamlItem, yamlLines } from '../tree/yaml-write.ts';
import { composeHeader, composeNote, composeTrack, composeTrackText } from './compose.ts';

/** A roadbook as one would write it by hand: a blank line between notes, short things on one line. */
export function writeYaml(roadbook: Roadbook): string {
  const { kept, ...header } = composeHeader(roadbook);
  const track = composeTrackText(roadbook.track) ?? composeTrack(roadbook.track);
  const [first, ...others] = roadbook.notes.map((note, i) => yamlItem(composeNote(note, i, roadbook), '  '));
  const head = yamlLines(header, '');
  const tail = yamlLines({ track, kept }, '');
  const begin = first === undefined ? `${head}notes: []\n` : `${head}notes:\n${first}`;
  // All at once: whatever is put together twice is copied twice, pictures and all.
  return [begin, ...others, ...(tail === '' ? [] : [tail])].join('\n');
}
