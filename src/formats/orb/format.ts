import type { Format } from '../format.ts';
import { orbCarries } from './carried.ts';
import { readOrb } from './read.ts';
import { writeOrb } from './write.ts';

/** OpenRoadBook YAML, both dialects. */
export const format: Format = { read: readOrb, write: writeOrb, carries: orbCarries('instructions') };
