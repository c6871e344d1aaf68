import type { Format } from '../format.ts';
import { readJson, readYaml } from './read.ts';

export const yaml: Format = { read: readYaml, write: null };
export const json: Format = { read: readJson, write: null };
