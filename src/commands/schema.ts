import { type Draft, drafts, jsonSchema } from '../formats/native/json-schema.ts';
import { toJson } from '../text/escape.ts';
import type { Command } from './command.ts';
import { oneOf } from './options.ts';

export const command: Command<[], { readonly draft: Draft }> = {
  configure(verb) {
    verb.option('--draft <draft>', 'of JSON Schema: 7, which editors read, or 2020-12', oneOf(drafts), '7');
  },

  run(_args, { draft }, io) {
    io.stdout.write(`${toJson(jsonSchema(draft))}\n`);
    return 0;
  },
};
