/** Names of config files, the first that a folder has counts; in package.json it is the key `roadbook`. */
export const configNames = ['roadbook.config.yaml', 'roadbook.config.json', 'package.json'] as const;
export type ConfigName = (typeof configNames)[number];
