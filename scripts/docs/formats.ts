import {
  type Carriage,
  type FieldTable,
  noteFieldNames,
  noteFields,
  roadbookFieldNames,
  roadbookFields,
} from '../../src/formats/carries.ts';
import { columns } from '../../src/formats/csv/columns.ts';
import { columnNames } from '../../src/formats/csv/names.ts';
import type { FormatEntry } from '../../src/formats/format.ts';
import { limits } from '../../src/formats/limits.ts';
import { openRallyCarries } from '../../src/formats/openrally/carries.ts';
import { newest, openRallyVersions } from '../../src/formats/openrally/dialect.ts';
import { formats } from '../../src/formats/registry.ts';
import { maxBytes } from '../../src/text/decode.ts';

/** docs/formats.md: what each format carries, from the field tables that its writer reports losses by. */
export async function formatsDocument(): Promise<string> {
  const all = await Promise.all(
    formats.map(async (entry) => ({ entry, carries: (await entry.load()).format.carries })),
  );
  // JSON is the same document as YAML.
  const carried = all.filter(({ entry }) => entry.name !== 'json');
  return [
    '# Formats',
    'Made from the field tables in `src/formats` by `npm run docs`. `roadbook convert` reports what a target does not carry, note and field; a test writes and reads any roadbook in each format and holds these tables against what comes back.',
    '## What is read and written',
    formatTable(formats),
    'A file is known by its content, whatever it is called: RN2 in a file that ends with `.gpx` is RN2. Files that other programs write in a format are read where they differ from it as far as their meaning is plain, and what differs is said; what cannot be understood is said too, and never left out in silence. UTF-8 and UTF-16 are read with or without a byte-order mark, XML in the encoding it declares.',
    `Limits: ${maxBytes / 1024 ** 2} MiB a file, ${limits.notes.toLocaleString('en')} notes, brackets ${limits.depth} deep, ${limits.parts.json.toLocaleString('en')} entries in JSON and ${limits.parts.yaml.toLocaleString('en')} lines and entries in YAML. Beyond notes and depth the reader says so and keeps what it has; a file that is too large is not read. No file within them takes more than 512 MiB of memory.`,
    '## What each format carries',
    '**yes**: all of it, exactly. **part**: see below the tables. **–**: not at all; converting says so, and `--strict` makes it an error. Where a format is only read, the table says what its reader finds.',
    '### The roadbook',
    carriageTable(
      roadbookFieldNames,
      (field) => roadbookFields[field].title,
      carried,
      (table, field) => table.roadbook[field],
    ),
    '### A note',
    carriageTable(
      noteFieldNames,
      (field) => noteFields[field].title,
      carried,
      (table, field) => table.note[field],
    ),
    '### In part',
    ...carried.flatMap(({ entry, carries }) => inPart(entry, carries)),
    '## OpenRally GPX',
    openRally(),
    '## OpenRoadBook',
    orb,
    '## CSV',
    csv,
    csvTable(),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

interface Carried {
  readonly entry: FormatEntry;
  readonly carries: FieldTable;
}

function formatTable(entries: readonly FormatEntry[]): string {
  return table(
    ['`--to`', 'format', 'file names', 'read', 'written'],
    entries.map(({ name, title, extensions, reads, writes }) => [
      `\`${name}\``,
      title,
      extensions.map((extension) => `\`${extension}\``).join(' '),
      reads ? 'yes' : '–',
      writes ? 'yes' : '–',
    ]),
  );
}

function carriageTable<F extends string>(
  fields: readonly F[],
  title: (field: F) => string,
  carried: readonly Carried[],
  of: (table: FieldTable, field: F) => Carriage<never>,
): string {
  return table(
    ['field', 'what it is', ...carried.map(({ entry }) => shortTitle(entry))],
    fields.map((field) => [
      `\`${field}\``,
      title(field),
      ...carried.map(({ carries }) => cell(of(carries, field))),
    ]),
  );
}

function cell(carriage: Carriage<never>): string {
  if (typeof carriage === 'object') return 'part';
  return carriage ? 'yes' : '–';
}

function inPart({ title }: FormatEntry, { roadbook, note }: FieldTable): string[] {
  const all: [string, Carriage<never>][] = [...Object.entries(roadbook), ...Object.entries(note)];
  const items = all.flatMap(([field, carriage]) =>
    typeof carriage === 'object' ? `- \`${field}\`: ${carriage.how}` : [],
  );
  return items.length === 0 ? [] : [`**${title}**`, items.join('\n')];
}

/** What the other versions and `--extended` carry otherwise than the newest. */
function openRally(): string {
  const dialects = [
    { title: 'with `--extended`', carries: openRallyCarries({ ...newest, extended: true }) },
    ...openRallyVersions
      .filter((version) => version !== newest.version)
      .map((version) => ({
        title: `\`--openrally-version ${version}\``,
        carries: openRallyCarries({ ...newest, version }),
      })),
  ];
  const usual = openRallyCarries(newest).note;
  const rows = dialects.flatMap(({ title, carries: { note } }) =>
    noteFieldNames
      .filter((field) => cell(note[field]) !== cell(usual[field]))
      .map((field) => [title, `\`${field}\``, cell(usual[field]), cell(note[field])]),
  );
  return [
    `Version ${newest.version} is written, valid by its published schema; older devices may need \`--openrally-version\` (${openRallyVersions.join(', ')}). \`--extended\` adds what producers write and the schema does not allow. A waypoint type that a version does not have is lost, and said. What the schema has no place for, a track’s own name too, stands in processing instructions (\`<?roadbook-kept …?>\`), which devices pass over and this program reads back.`,
    table(['', 'field', newest.version, 'then'], rows),
  ].join('\n\n');
}

const orb = `Draft 1.0 has two dialects. *Instructions*, as the published schema and the demo have them, are written unless the roadbook was read from the other; *entries*, as the specification’s pages have them, are written then or with \`--orb-dialect entries\`. Both are read, and so are mixtures: a stage with \`instructions\` but no \`trunk\`, an unknown type, a tulip that is only a picture.

- Stages follow each other in one roadbook; one whose distance starts again makes a reset. Branches are kept, not driven.
- The first instruction is a DSS and the last an ASS unless \`type\` says otherwise; \`checkpoint\` is a CP. Waypoint types, services and bulletin marks stand among the \`tags\`: \`tags: [DT, DZ, fuel]\`.
- \`reset_trip\` is a reset where the distance drops behind it; elsewhere it is a trip counter’s, and kept.
- A missing tulip means straight on, so a note without one is written with the symbol \`custom\`. A tulip that no symbol says exactly is written as the nearest symbol and a drawing.
- \`id\` is the note’s number where it is a whole number. Everything unknown is kept, and stands in the file that is written from it.`;

const csv = `A row of column names, then a row for each note. Written with commas, decimal points, quotes where they are needed, and a byte-order mark, without which the commonest spreadsheet spoils every é. Read with commas, semicolons or tabs, decimal points or commas, titles above the header, any order of columns, and the other names below, also in French, Spanish, German, Italian and Portuguese; letter case, accents, brackets and units in a header do not matter (\`Total (km)\`, \`SPEED km/h\`), but a unit is believed: \`mi\`, \`m\`, \`yd\`, \`mph\`, \`min\`.

- Several waypoints on one note: \`DT | DZ\` in \`type\`, and an item for each in \`name\`, \`open\`, \`clear\` and \`time\`: \`| 1000\` is the second one’s. A \`\\\` takes the meaning from a \`|\`, a \`,\` or a space behind it.
- A cell that a spreadsheet would run as a formula (\`=\`, \`+\`, \`-\`, \`@\` first) is written behind an apostrophe, which reading takes away.
- A header of two rows is read as one, and a row of units below it belongs to it. Rows that repeat the header are passed over; titles between notes and a sum at the end are no notes, and said. \`-\`, \`n/a\` and \`none\` are empty cells.
- Where the totals are missing, the partials are added up, and that is said.
- Positions in any form: \`31.5\`, \`31,5\`, \`N31 12.345\`, \`31°12'20"N\`, and both in one cell.
- A column that nobody knows is kept and written again.`;

function csvTable(): string {
  const others = new Map<string, readonly string[]>(columnNames);
  return table(
    ['column', 'what it says', 'also called'],
    columns.map(({ name, means }) => [`\`${name}\``, means, (others.get(name) ?? []).join(', ')]),
  );
}

function shortTitle({ title }: FormatEntry): string {
  return title.replace('native YAML', 'native').replace('Rally Navigator ', '').replace('Tulip ', '');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
