import type { Roadbook } from '../../model/roadbook.ts';
import { lossesOf } from '../carries.ts';
import type { WriteOptions, Written } from '../format.ts';
import type { Mapping } from '../tree/value.ts';
import { yamlItem, yamlLines } from '../tree/yaml-write.ts';
import { orbCarries } from './carried.ts';
import { composeMeta, composeRow, extraOf, stageAt } from './compose.ts';
import { placeholder } from './head.ts';
import type { Dialect } from './rows.ts';

/**
 * An OpenRoadBook document: in the dialect that it was read from, else as the published schema has it (instructions). The
 * stages that it was read from stand again; any other roadbook is one stage.
 */
export function writeOrb(roadbook: Roadbook, { orbDialect }: WriteOptions): Written {
  const { format, version } = roadbook.origin ?? {};
  const read: Dialect = format === 'orb' && version === 'entries' ? 'entries' : 'instructions';
  const dialect = orbDialect ?? read;
  const rows = roadbook.notes.map((note, index) => composeRow(note, { roadbook, index, dialect }));
  const text = [
    `meta:\n${yamlLines(composeMeta(roadbook, dialect), '  ')}`,
    yamlLines(extraOf(roadbook), ''),
    rowsText(roadbook, rows, dialect),
  ];
  return {
    text: text.filter((part) => part !== '').join('\n'),
    losses: lossesOf(roadbook, orbCarries(dialect), 'OpenRoadBook'),
  };
}

/** Entries may stand without a stage, where none has a name; instructions need one. */
function rowsText(roadbook: Roadbook, rows: readonly Mapping[], dialect: Dialect): string {
  const starts = rows.flatMap((_, i) => (i > 0 && stageAt(roadbook, i) ? i : []));
  const { number, name } = roadbook.stage;
  const first = stageAt(roadbook, 0);
  const bare = !number && !name && roadbook.description === null && first === null;
  if (dialect === 'entries' && bare && starts.length === 0) return `entries:${listText(rows, '  ')}`;
  const head = {
    id: number || placeholder.stageId,
    name: name || placeholder.stageName,
    description: roadbook.description,
    ...first,
  };
  const stages = [0, ...starts].map((start, i) => {
    const stage = start === 0 ? head : (stageAt(roadbook, start) ?? {});
    const lines = yamlLines(stage, '    ').slice(4);
    const own = rows.slice(start, starts[i]);
    const list =
      dialect === 'entries'
        ? `    entries:${listText(own, '      ')}`
        : `    trunk:\n      instructions:${listText(own, '        ')}`;
    return lines === '' ? `  - ${list.slice(4)}` : `  - ${lines}${list}`;
  });
  return `stages:\n${stages.join('\n')}`;
}

function listText(rows: readonly Mapping[], indent: string): string {
  if (rows.length === 0) return ' []\n';
  return `\n${rows.map((row) => yamlItem(row, indent)).join('\n')}`;
}
