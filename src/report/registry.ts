/**
 * Every report of `roadbook check --format`; the first is the usual one.
 *
 * To add one: write `src/report/<name>.ts` that exports a `Report`, and add it here. Help and completion go by this list;
 * its golden file is `test/golden/report/<name>.*`.
 */
import { json } from './json.ts';
import type { Report } from './report.ts';
import { text } from './text.ts';

export const reports: readonly Report[] = [text, json];
