import { everything } from '../carries.ts';
import type { Format } from '../format.ts';
import { writeJson } from './json-write.ts';
import { readJson, readYaml } from './read.ts';
import { writeYaml } from './yaml-write.ts';

/** Everything the model has can be written: nothing is ever lost. */
export const yaml: Format = {
  read: readYaml,
  write: (roadbook) => ({ text: writeYaml(roadbook), losses: [] }),
  carries: everything,
};

export const json: Format = {
  read: readJson,
  write: (roadbook) => ({ text: writeJson(roadbook), losses: [] }),
  carries: everything,
};
