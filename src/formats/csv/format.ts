import type { Format } from '../format.ts';
import { readCsv } from './read.ts';
import { csvCarries, writeCsv } from './write.ts';

/** A spreadsheet with a row for each note. */
export const format: Format = { read: readCsv, write: writeCsv, carries: csvCarries };
