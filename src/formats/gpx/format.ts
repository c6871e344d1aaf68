import type { Format } from '../format.ts';
import { readGpx } from '../openrally/format.ts';
import { gpxCarries, writeGpx } from './write.ts';

export const format: Format = { read: readGpx, write: writeGpx, carries: gpxCarries };
