import type { Format } from '../format.ts';
import { kmlCarries, writeKml } from './write.ts';

export const format: Format = { read: null, write: writeKml, carries: kmlCarries };
