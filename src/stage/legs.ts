import type { LaidNote, Leg, Section, Zone } from './stage.ts';

/** What the crew has a time for: transfers, and liaisons that a time control starts. In order of their start. */
export function resolveLegs(
  notes: readonly LaidNote[],
  zones: readonly Zone[],
  sections: readonly Section[],
): Leg[] {
  const last = notes.length - 1;
  const transfers = zones.flatMap(({ kind, from, to, firstNote, lastNote, seconds }): Leg[] =>
    kind === 'transfer' && seconds !== null
      ? [{ kind: 'transfer', from, to, firstNote, lastNote: lastNote ?? last, seconds }]
      : [],
  );
  const liaisons = sections.flatMap(({ kind, from, to, firstNote, lastNote, secondsAllowed }): Leg[] =>
    kind === 'liaison' && secondsAllowed !== null
      ? [{ kind: 'liaison', from, to, firstNote, lastNote, seconds: secondsAllowed }]
      : [],
  );
  return [...transfers, ...liaisons]
    .filter((leg) => leg.lastNote > leg.firstNote)
    .sort((a, b) => a.firstNote - b.firstNote || a.lastNote - b.lastNote);
}
