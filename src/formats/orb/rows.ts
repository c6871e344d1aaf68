import type { Path } from '../../model/reading.ts';

/** A row of the document before anything is known of it. */
export interface Row {
  readonly path: Path;
  readonly value: unknown;
  /** The stage that begins with it; null for a further row of the same stage. */
  readonly stage: { readonly path: Path; readonly value: Record<string, unknown> } | null;
  /** It is the last of its stage, and another stage follows. */
  readonly stageEnds: boolean;
}

/** The published schema and the demo; or the specification's pages. */
export type Dialect = 'instructions' | 'entries';

export interface Rows {
  readonly rows: readonly Row[];
  readonly dialect: Dialect;
  /** There is a list of rows, if an empty one. */
  readonly listed: boolean;
  /** What should be a list of rows, or hold one, and does not. */
  readonly lost: readonly { readonly path: Path; readonly must: 'a list' | 'a mapping' }[];
  /** The first stage, whether it has rows or not. */
  readonly first: Row['stage'];
}

/**
 * The rows of the main route in order: those of every stage, under whichever of the names the project uses. Branches are no
 * part of it.
 */
export function rowsOf(root: Readonly<Record<string, unknown>>): Rows {
  const lists: { rows: { path: Path; value: unknown }[]; stage: Row['stage'] }[] = [];
  const lost: { path: Path; must: 'a list' | 'a mapping' }[] = [];
  let entries = false;
  let listed = false;
  const listsIn = (value: Record<string, unknown>, path: Path): { path: Path; value: unknown }[] => {
    const trunk = value.trunk;
    if (isThere(trunk) && !isMapping(trunk)) lost.push({ path: [...path, 'trunk'], must: 'a mapping' });
    const under = isMapping(trunk) ? listsIn(trunk, [...path, 'trunk']) : [];
    const own = (['instructions', 'entries'] as const).flatMap((key) => {
      const list = value[key];
      if (!Array.isArray(list)) {
        if (isThere(list)) lost.push({ path: [...path, key], must: 'a list' });
        return [];
      }
      listed = true;
      if (key === 'entries') entries = true;
      return list.map((item: unknown, i) => ({ path: [...path, key, i], value: item }));
    });
    return [...under, ...own];
  };
  lists.push({ rows: listsIn({ entries: root.entries, instructions: root.instructions }, []), stage: null });
  for (const [i, value] of (Array.isArray(root.stages) ? root.stages : []).entries()) {
    const path = ['stages', i];
    if (!isMapping(value)) {
      if (isThere(value)) lost.push({ path, must: 'a mapping' });
      continue;
    }
    lists.push({ rows: listsIn(value, path), stage: { path, value } });
  }
  const filled = lists.filter(({ rows }) => rows.length > 0);
  const rows = filled.flatMap(({ rows: own, stage }, list) =>
    own.map((row, i) => ({
      ...row,
      stage: i === 0 ? stage : null,
      stageEnds: i === own.length - 1 && list < filled.length - 1,
    })),
  );
  const first = lists.find(({ stage }) => stage !== null)?.stage ?? null;
  return { rows, dialect: entries ? 'entries' : 'instructions', listed, lost, first };
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
