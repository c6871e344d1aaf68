/**
 * What a rehearsal trains. To add one: a line here, what it hides in `mask.ts`, how it is marked in `trainer.ts`.
 */
export const drills = [
  { name: 'call', summary: 'press when you would call the note: early, good or late' },
  { name: 'recall', summary: 'notes are hidden until you call them; say whether you knew' },
  { name: 'distance-only', summary: 'only distances are shown: call every note from memory' },
  { name: 'no-cap', summary: 'CAPs are hidden until the note' },
  { name: 'lost', summary: 'the car takes wrong turns: notice, and go back' },
] as const;

export type Drill = (typeof drills)[number]['name'];

export const drillNames: readonly Drill[] = drills.map(({ name }) => name);
