import { rules } from '../rules/registry.ts';
import { problems } from '../text/problems.ts';

/** Everything that has a level: rules, and what readers report. */
export const levelNames = [...rules.map(({ name }) => name), ...Object.keys(problems)];
