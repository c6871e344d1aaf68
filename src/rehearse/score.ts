import type { Mark } from './trainer.ts';
import type { Grade } from './window.ts';

export interface Score {
  /** Calls by grade. */
  readonly calls: Readonly<Record<Grade, number>>;
  readonly known: number;
  readonly unknown: number;
  readonly wrongTurns: number;
  readonly noticed: number;
  readonly falseAlarms: number;
  /** False: nobody pressed anything. */
  readonly tried: boolean;
  /** 0 to 100; null while there is nothing to judge. */
  readonly points: number | null;
}

const worth: Readonly<Record<Grade, number>> = { good: 1, early: 0.5, late: 0.5, missed: 0 };
/** A wrong turn noticed within the first is worth all, beyond the second nothing, metres. */
const soon = 300;
const tooLate = 2_000;
/** A false alarm costs as much of a wrong turn. */
const alarmCost = 0.25;

/** Marks added up. A call counts by its grade, and nothing if the crew did not know the note; a wrong turn by how soon it was noticed. */
export function scoreOf(marks: readonly Mark[]): Score {
  const calls = { early: 0, good: 0, late: 0, missed: 0 };
  const forgotten = new Set<number>();
  let known = 0;
  let wrongTurns = 0;
  let noticed = 0;
  let falseAlarms = 0;
  let found = 0;
  for (const mark of marks) {
    switch (mark.mark) {
      case 'call':
        calls[mark.grade]++;
        break;
      case 'known':
        if (mark.known) known++;
        else forgotten.add(mark.note);
        break;
      case 'wrong-turn':
        wrongTurns++;
        if (mark.noticed) noticed++;
        found += mark.noticed ? share(mark.metres) : 0;
        break;
      case 'false-alarm':
        falseAlarms++;
    }
  }
  const graded = marks.flatMap((mark) =>
    mark.mark === 'call' ? [forgotten.has(mark.note) ? 0 : worth[mark.grade]] : [],
  );
  const judged = graded.length + wrongTurns;
  const sum = graded.reduce((all, one) => all + one, 0) + found - alarmCost * falseAlarms;
  return {
    calls,
    known,
    unknown: forgotten.size,
    wrongTurns,
    noticed,
    falseAlarms,
    tried: marks.some((mark) => !isSilence(mark)),
    points: judged === 0 ? null : Math.round(Math.max(0, sum / judged) * 100),
  };
}

/** What is marked because nothing was done. */
function isSilence(mark: Mark): boolean {
  return mark.mark === 'call' ? mark.grade === 'missed' : mark.mark === 'wrong-turn' && !mark.noticed;
}

function share(metres: number): number {
  return Math.max(0, Math.min(1, (tooLate - metres) / (tooLate - soon)));
}
