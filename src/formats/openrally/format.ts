import type { Format } from '../format.ts';
import { readGpx } from './read.ts';

export const format: Format = { read: readGpx, write: null };
