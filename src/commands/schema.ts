import { jsonSchema } from '../formats/native/json-schema.ts';
import { toJson } from '../text/escape.ts';
import type { Command } from './command.ts';

export const command: Command<[]> = {
  configure() {},

  run(_args, _options, io) {
    io.stdout.write(`${toJson(jsonSchema())}\n`);
    return 0;
  },
};
