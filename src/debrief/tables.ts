import type { Debrief, DebriefNote, Spread } from './debrief.ts';
import { clock, type Figures } from './figures.ts';
import { isSurprising, isUnseen, unexpected } from './findings.ts';
import { type Column, type Piece, piece, type Row, type Table } from './story.ts';

const left = (head: string): Column => ({ head, align: 'left' });
const right = (head: string): Column => ({ head, align: 'right' });
const unknown = piece('–', 'dim');

export function sectionTable({ sections, notes }: Debrief, figures: Figures): Table {
  const rows = sections.map((section): Row => {
    const ms = section.started === null || section.ended === null ? null : section.ended - section.started;
    const allowed = section.secondsAllowed;
    const late = ms !== null && allowed !== null && ms > allowed * 1000;
    return row([
      piece(section.kind),
      piece(`${notes[section.firstNote]?.number ?? '?'}–${notes[section.lastNote]?.number ?? '?'}`),
      piece(figures.distance(section.to - section.from)),
      ms === null ? unknown : piece(clock(ms), late ? 'alarm' : 'plain'),
      allowed === null ? unknown : piece(clock(allowed * 1000)),
      section.kmh === null ? unknown : piece(figures.speed(section.kmh)),
      piece(`${section.confirmed}/${section.notes}`),
      piece(String(section.corrections)),
      ...errorCells(section.errors, figures),
    ]);
  });
  const columns = [
    left('section'),
    left('notes'),
    ...['length', 'time', 'allowed', 'average', 'confirmed', 'acts', 'median error', 'worst'].map(right),
  ];
  return { kind: 'table', caption: 'By section', columns, rows, long: false };
}

function errorCells(errors: Spread | null, figures: Figures): Piece[] {
  if (errors === null) return [unknown, unknown];
  return [piece(figures.short(errors.median)), piece(figures.short(errors.worst))];
}

export function speedTable({ zones, notes }: Debrief, figures: Figures): Table {
  const rows = zones.flatMap((zone): Row[] => {
    const { kind, limitKmh, worstKmh, breaches } = zone;
    if (kind !== 'speed') return [];
    const ms = breaches.reduce((sum, breach) => sum + breach.ms, 0);
    const metres = breaches.reduce((sum, breach) => sum + breach.metres, 0);
    const worst = breaches.length > 0 ? Math.max(...breaches.map((one) => one.worstKmh)) : worstKmh;
    const over = breaches.length > 0;
    return [
      row(
        [
          piece(String(notes[zone.firstNote]?.number ?? '?')),
          piece(figures.distance(zone.from)),
          piece(figures.distance(zone.to - zone.from)),
          limitKmh === null ? unknown : piece(figures.speed(limitKmh)),
          worst === null ? unknown : piece(figures.speed(worst), over ? 'alarm' : 'plain'),
          over ? piece(`OVER ${clock(ms)}, ${figures.short(metres)}`, 'alarm') : verdict(zone.entered),
        ],
        over,
      ),
    ];
  });
  const columns = [right('note'), ...['from', 'length', 'limit', 'fastest'].map(right), left('')];
  return { kind: 'table', caption: 'Speed zones', columns, rows, long: rows.length > 12 };
}

function verdict(entered: number | null): Piece {
  return entered === null ? piece('not driven', 'dim') : piece('kept', 'good');
}

export function waypointTable({ waypoints }: Debrief, figures: Figures): Table {
  const tones = { confirmed: 'good', missed: 'alarm', open: 'dim' } as const;
  const rows = waypoints.map(({ type, name, number, at, status }) =>
    row(
      [
        piece(type),
        piece(name ?? ''),
        piece(String(number)),
        piece(figures.distance(at)),
        piece(status === 'missed' ? 'NOT CONFIRMED' : status, tones[status]),
      ],
      status === 'missed',
    ),
  );
  const columns = [left('waypoint'), left('name'), right('note'), right('at'), left('')];
  return { kind: 'table', caption: 'Waypoints', columns, rows, long: rows.length > 12 };
}

export function noteTable({ notes }: Debrief, figures: Figures): Table {
  const rows = notes.map((note) =>
    row(
      [
        piece(String(note.number)),
        piece(figures.distance(note.distance)),
        piece([note.waypoint ?? '', '!'.repeat(note.danger ?? 0)].join(' ').trim()),
        note.reached === null ? unknown : piece(clock(note.reached)),
        statusPiece(note),
        note.error === null
          ? unknown
          : piece(figures.signed(note.error), isSurprising(note) ? 'warning' : 'plain'),
        note.sigma === null ? unknown : piece(`±${figures.short(unexpected * note.sigma)}`, 'dim'),
        piece(note.calls > 1 ? String(note.calls) : '', 'warning'),
      ],
      isUnseen(note) || isSurprising(note) || note.calls > 1,
    ),
  );
  const columns = [
    right('note'),
    right('printed'),
    left('marks'),
    right('time'),
    left('status'),
    right('error'),
    right('expected'),
    right('presses'),
  ];
  return { kind: 'table', caption: 'Every note', columns, rows, long: true };
}

function statusPiece(note: DebriefNote): Piece {
  switch (note.status) {
    case 'confirmed':
      return piece('confirmed', 'good');
    case 'passed':
      return piece('PASSED', 'warning');
    case 'skipped':
      return piece('SKIPPED', 'warning');
    case 'reached':
      return piece('reached');
    case 'next':
    case 'ahead':
      return piece('not reached', 'dim');
  }
}

export function penaltyTable({ penalties }: Debrief): Table {
  const rows = penalties.list.map(({ number, what, seconds, source }) =>
    row([
      piece(String(number)),
      piece(what),
      seconds === null ? piece('unknown', 'dim') : piece(clock(seconds * 1000), 'alarm'),
      piece(source, 'dim'),
    ]),
  );
  const columns = [right('note'), left('penalty'), right('charged'), left('figure from')];
  return { kind: 'table', caption: `Unofficial: ${penalties.title}`, columns, rows, long: false };
}

/** Acts that are not called what the crew calls them. */
const actWords: Readonly<Record<string, string>> = {
  nudge: 'correction',
  set: 'set total',
  'trip-reset': 'partial to 0',
  return: 'back at the last sure place',
};

/** Presses that were not simply believed, and corrections, in order. */
export function actTable({ calls, corrections }: Debrief, figures: Figures): Table {
  const presses = calls
    .filter(({ outcome }) => outcome !== 'confirmed')
    .map(({ t, at, number, outcome, error }) => ({
      t,
      at,
      what: `note ${number ?? '?'}, ${outcome}`,
      by: error === null ? unknown : piece(`${figures.signed(error)} off`),
      marked: true,
    }));
  const others = corrections.map(({ t, at, act, metres, done }) => ({
    t,
    at,
    what: done ? (actWords[act] ?? act) : `${actWords[act] ?? act}, refused`,
    by: metres === 0 ? unknown : piece(figures.signed(metres)),
    marked: !done,
  }));
  const rows = [...presses, ...others]
    .sort((a, b) => a.t - b.t)
    .map(({ t, at, what, by, marked }) =>
      row([piece(clock(t)), piece(figures.distance(at)), piece(what), by], marked),
    );
  const columns = [right('time'), right('odometer'), left('act'), right('by')];
  return {
    kind: 'table',
    caption: 'Acts on the odometer and doubted presses',
    columns,
    rows,
    long: rows.length > 12,
  };
}

function row(cells: readonly Piece[], marked = false): Row {
  return { cells, marked };
}
