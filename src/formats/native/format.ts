import { everything } from '../carries.ts';
import type { Format } from '../format.ts';
import { readJson, readYaml } from './read.ts';
import { writeNativeJson, writeNativeYaml } from './write.ts';

export const yaml: Format = { read: readYaml, write: writeNativeYaml, carries: everything };
export const json: Format = { read: readJson, write: writeNativeJson, carries: everything };
