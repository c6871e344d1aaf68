import type { Format } from '../format.ts';
import { carries } from './carries.ts';
import { readGpx } from './read.ts';
import { writeOpenRally } from './write.ts';

export const format: Format = { read: readGpx, write: writeOpenRally, carries };
