import type { Format } from '../format.ts';
import { readGpx } from '../openrally/read.ts';

export const format: Format = { read: readGpx, write: null };
