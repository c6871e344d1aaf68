// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as the files have them
import fc from 'fast-check';

/** One change to a JSON tree: at a place chosen by `where`, 0 to 1 through the tree in order. */
export interface TreeChange {
  readonly where: number;
  readonly what: 'replace' | 'remove' | 'repeat' | 'rename' | 'swap';
  readonly junk: unknown;
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    [],
    {},
    0,
    -1,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    400,
    '1e999',
  ),
  fc.constantFrom<unknown>(
    '<img src=x>',
    '\u202e\u0007\u001b[2J',
    '${cap}',
    '../../etc/passwd',
    'x'.repeat(20_000),
  ),
  fc.constantFrom<unknown>(
    [[[[]]]],
    { x: 1e300 },
    ['M', 1],
    { type: 'Icon' },
    { type: 'Track' },
    JSON.parse('{"__proto__": {"polluted": 1}}'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Anywhere, with the same right: fast-check's own numbers like the ends, where a change is soon found out. */
const where = fc.noBias(fc.nat({ max: 2 ** 24 - 1 })).map((n) => n / 2 ** 24);

export const treeChange: fc.Arbitrary<TreeChange> = fc.record({
  where,
  what: fc.constantFrom('replace', 'remove', 'repeat', 'rename', 'swap'),
  junk,
});

/** One change to bytes: some of them from a place on are overwritten, taken out or put in. */
export const byteChange = fc.record({
  where,
  remove: fc.nat({ max: 8 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'e9', '-', 'null', '/*', '\n')
      .map((text) => Buffer.from(text)),
    fc
      .constantFrom(
        '- ',
        ': ',
        '\n  ',
        '\t',
        ' #',
        '&a ',
        '*a ',
        '!!str ',
        '<<: ',
        '|\n',
        '>-\n',
        '---\n',
        "'",
        '.nan',
      )
      .map((text) => Buffer.from(text)),
  ),
});

/** The text after some changes to its tree. */
export function changedTree(text: string, changes: readonly TreeChange[]): string {
  const root = { tree: JSON.parse(text) };
  for (const change of changes) apply(change, slots(root));
  return JSON.stringify(root.tree) ?? '';
}

/** The bytes after some changes; `cut` ends them early. */
export function changedBytes(
  bytes: Uint8Array,
  changes: readonly (typeof byteChange extends fc.Arbitrary<infer T> ? T : never)[],
  cut: number,
): Uint8Array {
  let changed = Buffer.from(bytes);
  for (const { where, remove, insert } of changes) {
    const at = Math.floor(where * changed.length);
    changed = Buffer.concat([changed.subarray(0, at), insert, changed.subarray(at + remove)]);
  }
  return changed.subarray(0, Math.ceil(cut * changed.length));
}

interface Slot {
  readonly parent: object;
  readonly key: string;
}

/** Every place of a tree that holds a value, in order. */
function slots(root: object): Slot[] {
  const found: Slot[] = [];
  const open: object[] = [root];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const [key, value] of Object.entries(parent)) {
      found.push({ parent, key });
      if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return found;
}

function apply({ where, what, junk }: TreeChange, places: readonly Slot[]): void {
  const slot = places[Math.floor(where * places.length)];
  const other = places[Math.floor(((where * 7.3) % 1) * places.length)];
  if (!slot || !other) return;
  const { parent, key } = slot;
  const value: unknown = Reflect.get(parent, key);
  switch (what) {
    case 'replace':
      Reflect.set(parent, key, structuredClone(junk));
      break;
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, key);
      break;
    case 'repeat':
      if (Array.isArray(parent)) parent.push(...Array.from({ length: 3 }, () => structuredClone(value)));
      break;
    case 'rename':
      Reflect.deleteProperty(parent, key);
      Reflect.set(parent, key.toUpperCase(), value);
      break;
    case 'swap':
      Reflect.set(parent, key, structuredClone(Reflect.get(other.parent, other.key)));
      break;
  }
}
