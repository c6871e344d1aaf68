import type { Writer } from '../format.ts';
import { writeJson } from './json-write.ts';
import { writeYaml } from './yaml-write.ts';

/** Everything the model has can be written: nothing is ever lost. */
export const writeNativeYaml: Writer = (roadbook) => ({ text: writeYaml(roadbook), losses: [] });

export const writeNativeJson: Writer = (roadbook) => ({ text: writeJson(roadbook), losses: [] });
