import type { Roadbook } from '../../model/roadbook.ts';
import type { Mapping } from '../tree/value.ts';
import { composeHeader, composeNote, composeTrack } from './compose.ts';

/** The native document as JSON: a line for each key at the top and for each note, so that changes show as such. */
export function writeJson(roadbook: Roadbook): string {
  const lines = membersOf(composeHeader(roadbook)).map((member) => `  ${member}`);
  const notes = roadbook.notes.map(
    (note, i) => `    {${membersOf(composeNote(note, i, roadbook)).join(',')}}`,
  );
  lines.push(notes.length === 0 ? '  "notes":[]' : `  "notes":[\n${notes.join(',\n')}\n  ]`);
  lines.push(...membersOf({ track: composeTrack(roadbook.track) }).map((member) => `  ${member}`));
  return `{\n${lines.join(',\n')}\n}\n`;
}

function membersOf(tree: Mapping): string[] {
  return Object.entries(tree)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value, withoutNull)}`);
}

function withoutNull(_key: string, value: unknown): unknown {
  return value === null ? undefined : value;
}
