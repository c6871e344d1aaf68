import { createInterface } from 'node:readline';
import type { Language } from '../model/lexicon.ts';
import { questionsOf } from '../rehearse/quiz.ts';
import type { Stage } from '../stage/stage.ts';
import type { Io } from './command.ts';

/** Asks what letters and symbols mean, one question a line; answers with the share of right answers, null when none was given. */
export async function quiz(
  stages: readonly Stage[],
  { language, count, seed }: { readonly language: Language; readonly count: number; readonly seed: number },
  io: Io,
): Promise<{ asked: number; right: number }> {
  const questions = questionsOf(
    stages.map(({ roadbook }) => roadbook),
    language,
    count,
    seed,
  );
  const answers = createInterface({ input: io.stdin, terminal: false })[Symbol.asyncIterator]();
  const answer = async () => {
    const given = await answers.next();
    return given.done ? 'q' : given.value.trim().toLowerCase();
  };
  let asked = 0;
  let right = 0;
  io.stdout.write('What does it mean? Answer with the number; q ends the quiz.\n');
  for (const [i, question] of questions.entries()) {
    const choices = question.choices.map((choice, k) => `  ${k + 1}  ${choice}`);
    io.stdout.write(`\n${i + 1}/${questions.length}  ${question.shown}\n${choices.join('\n')}\n> `);
    let text = await answer();
    while (text !== 'q' && !(Number(text) >= 1 && Number(text) <= choices.length)) {
      io.stdout.write(`1 to ${choices.length}, or q to end\n> `);
      text = await answer();
    }
    if (text === 'q') break;
    asked++;
    const isRight = Number(text) === question.right + 1;
    if (isRight) right++;
    io.stdout.write(isRight ? 'right\n' : `no: ${question.shown} is ${question.choices[question.right]}\n`);
  }
  await answers.return?.();
  return { asked, right };
}
