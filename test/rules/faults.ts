/** A note of the native document, as much of it as the faults touch. */
export interface NoteTree {
  km: number;
  partial?: number;
  at?: number[];
  wp?: unknown;
  zone?: unknown;
  cap?: number;
  danger?: number;
  limit?: number;
  reset?: unknown;
  tulip?: unknown;
  services?: string[];
  text?: string;
}

export interface Tree {
  total: number;
  notes: NoteTree[];
  [field: string]: unknown;
}

/** A single fault as an organiser makes it. */
export interface Fault {
  readonly what: string;
  /** The rules that may name it. */
  readonly rules: readonly string[];
  /** Indexes of the notes where it can be made. */
  readonly where: (tree: Tree) => number[];
  readonly plant: (tree: Tree, note: number) => void;
  /** Whether a finding at this note is at the right one. */
  readonly isAt?: (found: number, planted: number) => boolean;
}

const near = (found: number, planted: number) => Math.abs(found - planted) <= 1;

function marksOf({ wp, zone }: NoteTree): { type: string; [field: string]: unknown }[] {
  return [wp, zone].flat().flatMap((mark) => {
    if (typeof mark === 'string') return [{ type: mark }];
    return typeof mark === 'object' && mark !== null && 'type' in mark
      ? [{ ...mark, type: String(mark.type) }]
      : [];
  });
}

/** The mapping of a note's waypoint that has these fields; the tree's own, so that it can be changed. */
function markOf({ wp }: NoteTree, ...fields: string[]): Record<string, unknown> | null {
  const found: unknown = [wp]
    .flat()
    .find((one) => fields.every((field) => Object.hasOwn(Object(one), field)));
  return found === undefined ? null : Object(found);
}

const having =
  (...types: string[]) =>
  ({ notes }: Tree) =>
    [...notes.keys()].filter((i) => marksOf(notes[i] ?? { km: 0 }).some(({ type }) => types.includes(type)));

const notesWith =
  (has: (note: NoteTree, index: number, notes: NoteTree[]) => unknown) =>
  ({ notes }: Tree) =>
    notes.flatMap((note, i) => (has(note, i, notes) ? [i] : []));

function at(tree: Tree, index: number): NoteTree {
  const note = tree.notes[index];
  if (!note) throw new Error(`no note ${index}`);
  return note;
}

function swapDigits(value: number): number {
  const digits = value.toFixed(2).split('');
  // The last two figures that differ, point aside.
  for (let i = digits.length - 1; i > 0; i--) {
    const j = digits[i - 1] === '.' ? i - 2 : i - 1;
    const [a, b] = [digits[i], digits[j]];
    if (a === '.' || a === undefined || b === undefined || a === b) continue;
    digits[i] = b;
    digits[j] = a;
    return Number(digits.join(''));
  }
  return value;
}

function exitOf(tulip: unknown): number {
  if (typeof tulip === 'number') return tulip;
  return typeof tulip === 'object' && tulip !== null && 'out' in tulip ? Number(tulip.out) : 0;
}

function insideZone(tree: Tree, index: number): boolean {
  const opened = having('DZ')(tree).findLast((i) => i < index) ?? -1;
  const closed = having('FZ')(tree).findLast((i) => i < index) ?? -1;
  return opened > closed;
}

const inside = (index: number, { notes }: Tree) => index > 0 && index < notes.length - 1;

export const faults: readonly Fault[] = [
  {
    what: 'two digits of a distance swapped',
    rules: ['partial-mismatch', 'distance-backwards', 'distance-off-track'],
    where: (tree) =>
      notesWith(
        (n, i) => inside(i, tree) && Math.abs(swapDigits(n.km) - n.km) > 0.05 && n.reset === undefined,
      )(tree),
    plant: (tree, i) => {
      at(tree, i).km = swapDigits(at(tree, i).km);
    },
    isAt: near,
  },
  {
    what: 'a distance without its point',
    rules: ['distance-backwards', 'partial-mismatch'],
    where: (tree) => notesWith((n, i) => inside(i, tree) && n.km > 1 && n.reset === undefined)(tree),
    plant: (tree, i) => {
      at(tree, i).km = Math.round(at(tree, i).km * 100);
    },
  },
  {
    what: 'a distance left out',
    rules: ['distance-missing'],
    where: notesWith((_, i) => i > 0),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'km');
    },
  },
  {
    what: 'a lost FZ',
    rules: ['zone-not-closed', 'zone-very-long'],
    where: having('FZ'),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'zone');
      Reflect.deleteProperty(at(tree, i), 'wp');
    },
    isAt: (found, planted) => found < planted,
  },
  {
    what: 'a lost DZ',
    rules: ['zone-not-opened'],
    // A DZ inside a zone changes its limit, and leaves nothing open when it is lost.
    where: (tree) => having('DZ')(tree).filter((i) => !insideZone(tree, i)),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'zone');
      Reflect.deleteProperty(at(tree, i), 'wp');
      Reflect.deleteProperty(at(tree, i), 'limit');
    },
    isAt: (found, planted) => found > planted,
  },
  {
    what: 'a lost limit',
    rules: ['zone-without-limit'],
    where: having('DZ'),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'limit');
    },
  },
  {
    what: 'a lost FN',
    rules: ['zone-not-closed'],
    where: having('FN'),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'zone');
      Reflect.deleteProperty(at(tree, i), 'wp');
    },
    isAt: (found, planted) => found < planted,
  },
  {
    what: 'a neutralisation without its time',
    rules: ['neutralisation-without-time'],
    where: having('DN'),
    plant: (tree, i) => {
      at(tree, i).wp = { type: 'DN', open: 1000, clear: 90 };
      Reflect.deleteProperty(at(tree, i), 'zone');
    },
  },
  {
    what: 'a CAP turned by 180°',
    rules: ['cap-against-track'],
    where: notesWith((n, i, all) => n.cap !== undefined && i < all.length - 1),
    plant: (tree, i) => {
      at(tree, i).cap = ((at(tree, i).cap ?? 0) + 180) % 360;
    },
  },
  {
    what: 'a tulip drawn to the wrong side',
    rules: ['tulip-against-track'],
    where: (tree) => notesWith((n, i) => inside(i, tree) && Math.abs(exitOf(n.tulip)) >= 50)(tree),
    plant: (tree, i) => {
      const exit = exitOf(at(tree, i).tulip);
      at(tree, i).tulip = { out: -exit };
    },
  },
  {
    what: 'a doubled note',
    rules: ['note-doubled'],
    where: notesWith((n) => n.wp === undefined && n.zone === undefined && n.reset === undefined),
    plant: (tree, i) => {
      tree.notes.splice(i + 1, 0, { ...at(tree, i), partial: 0 });
    },
    isAt: (found, planted) => found === planted + 1,
  },
  {
    what: 'a lost DSS',
    rules: ['section-start-missing'],
    where: having('DSS'),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'wp');
    },
    isAt: (found, planted) => found > planted,
  },
  {
    what: 'a second ASS',
    rules: ['section-mark-doubled', 'section-start-missing'],
    where: (tree) => {
      const [finish = 0] = having('ASS')(tree);
      return notesWith((n, i) => n.wp === undefined && n.zone === undefined && i > finish)(tree);
    },
    plant: (tree, i) => {
      at(tree, i).wp = { type: 'ASS' };
    },
  },
  {
    what: 'two radii swapped',
    rules: ['radius-inverted'],
    where: notesWith((n) => markOf(n, 'open', 'clear')),
    plant: (tree, i) => {
      const mark = markOf(at(tree, i), 'open', 'clear');
      if (mark) [mark.open, mark.clear] = [mark.clear, mark.open];
    },
  },
  {
    what: 'a waypoint number that is there twice',
    rules: ['waypoint-number-doubled'],
    where: notesWith(
      (n) => String(markOf(n, 'name')?.type).startsWith('WP') && Number(markOf(n, 'name')?.name) > 1,
    ),
    plant: (tree, i) => {
      const mark = markOf(at(tree, i), 'name');
      if (mark) mark.name = String(Number(mark.name) - 1);
    },
  },
  {
    what: 'a lost danger at a WPS',
    rules: ['safety-waypoint-without-danger', 'danger-not-marked'],
    where: (tree) => having('WPS')(tree).filter((i) => tree.notes[i]?.danger !== undefined),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'danger');
    },
  },
  {
    what: 'a note placed elsewhere',
    rules: ['note-off-track'],
    where: (tree) => notesWith((n, i) => inside(i, tree) && n.at !== undefined)(tree),
    plant: (tree, i) => {
      const [latitude = 0, longitude = 0] = at(tree, i).at ?? [];
      at(tree, i).at = [Number((latitude + 0.01).toFixed(6)), Number((longitude + 0.01).toFixed(6))];
    },
  },
  {
    what: 'a lost reset',
    rules: ['distance-backwards'],
    where: notesWith((n) => n.reset !== undefined),
    plant: (tree, i) => {
      Reflect.deleteProperty(at(tree, i), 'reset');
    },
    isAt: near,
  },
  {
    what: 'two notes in the wrong order',
    rules: ['distance-backwards'],
    where: (tree) =>
      notesWith(
        (n, i, all) =>
          inside(i, tree) && n.reset === undefined && all[i + 1]?.reset === undefined && i < all.length - 2,
      )(tree),
    plant: (tree, i) => {
      tree.notes.splice(i, 2, at(tree, i + 1), at(tree, i));
    },
    isAt: (found, planted) => found >= planted && found <= planted + 2,
  },
  {
    what: 'a limit that changes inside a zone',
    rules: ['limit-change-unmarked'],
    where: (tree) => {
      const opened = having('DZ')(tree);
      return notesWith((n, i) => opened.includes(i - 1) && n.wp === undefined && n.zone === undefined)(tree);
    },
    plant: (tree, i) => {
      at(tree, i).limit = 37;
    },
  },
  {
    what: 'a fuel range with a digit lost',
    rules: ['fuel-gap'],
    where: () => [-1],
    plant: (tree) => {
      tree['fuel-range'] = 15;
    },
    isAt: (found) => found > 0,
  },
  {
    what: 'a CAP beyond 360',
    rules: ['cap-out-of-range'],
    where: notesWith((n) => (n.cap ?? 0) > 100),
    plant: (tree, i) => {
      at(tree, i).cap = (at(tree, i).cap ?? 0) + 300;
    },
  },
  {
    what: 'a stage length with two digits swapped',
    rules: ['total-mismatch'],
    where: () => [-1],
    plant: (tree) => {
      tree.total = swapDigits(tree.total);
    },
  },
];
