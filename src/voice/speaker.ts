import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Language } from '../model/lexicon.ts';
import type { Speak } from './queue.ts';

/** A program of the system that speaks. */
interface Program {
  readonly name: string;
  /** How it is called to say `text` and to end when it is said. */
  readonly args: (text: string, language: Language) => readonly string[];
}

/**
 * Speaker programs, the better sounding first: the desktop's speech dispatcher, eSpeak NG and its forerunner, and that of
 * macOS. To add one: a line here. None is installed by us.
 */
const programs: readonly Program[] = [
  { name: 'spd-say', args: (text, language) => ['--wait', '--language', language, '--rate', '10', text] },
  { name: 'espeak-ng', args: (text, language) => ['-v', language, '-s', '170', text] },
  { name: 'espeak', args: (text, language) => ['-v', language, '-s', '170', text] },
  {
    name: 'say',
    args: (text, language) => ['-v', { en: 'Daniel', fr: 'Thomas', es: 'Mónica' }[language], text],
  },
];

/** Those found on the path, with their files. */
function speakers(path: string | undefined): { readonly file: string; readonly program: Program }[] {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  return programs.flatMap((program) => {
    const file = folders.map((folder) => join(folder, program.name)).find(isExecutable);
    return file === undefined ? [] : [{ file, program }];
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A speaker that says nothing for this long hangs, ms. */
const longest = 20_000;

/**
 * Speaks by the first of the programs that works: one that fails is not tried again, and `trouble` is told when none is
 * left. The text is an argument of the program and never goes through a shell.
 */
export function speaking(
  path: string | undefined,
  language: Language,
  trouble: (text: string) => void,
): Speak {
  const left = speakers(path);
  if (left.length === 0) {
    trouble(`no voice: none of ${programs.map(({ name }) => name).join(', ')} is installed`);
  }
  return (text, done) => {
    const [speaker] = left;
    const said = speakable(text);
    if (!speaker || said === '') {
      done(false);
      return { stop() {} };
    }
    let stopped = false;
    const failed = (why: string) => {
      if (stopped || left[0] !== speaker) return;
      left.shift();
      const then = left[0] ? `${left[0].program.name} speaks instead` : 'no voice from now on';
      trouble(`${speaker.program.name} ${why}: ${then}`);
    };
    const child = spawn(speaker.file, speaker.program.args(said, language), {
      stdio: 'ignore',
      timeout: longest,
    });
    child.on('error', (error) => {
      failed(`cannot be run (${error.message})`);
      done(false);
    });
    child.on('exit', (code, signal) => {
      if (code !== 0) failed(signal === null ? `failed (exit code ${code})` : `was ended (${signal})`);
      done(code === 0);
    });
    return {
      stop() {
        stopped = true;
        child.kill();
      },
    };
  };
}

/**
 * Words, figures and pauses alone: a note's text cannot become an option (it never begins with a dash) or a command of the
 * speaker's own (`[[…]]` of say and eSpeak, SSML).
 */
export function speakable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N},.'’ -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .slice(0, 400);
}
