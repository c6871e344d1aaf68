/**
 * Every report of `roadbook check --format`; the first is the usual one.
 *
 * To add one: write `src/report/<name>.ts` that exports a `Report`, and add it here. Help and completion go by this list;
 * its golden file is `test/golden/report/<name>.*`.
 */
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const reports: readonly Report[] = [text, json, sarif, github, gitlab, junit, markdown];
