import * as z from 'zod';
import { HeaderDocument, NoteDocument } from './document.ts';

export const drafts = ['7', '2020-12'] as const;
/** Of JSON Schema. Editors read 7; it says the same as the newest. */
export type Draft = (typeof drafts)[number];

/**
 * The native document as a JSON Schema, from the schemas that the reader uses. It refuses what they refuse; that a key stands
 * twice, and what two values mean together, only `check` knows.
 */
export function jsonSchema(draft: Draft = '7'): Readonly<Record<string, unknown>> {
  const Note = NoteDocument.meta({ id: 'note', description: 'One row of the roadbook' });
  const document = HeaderDocument.extend({
    notes: z.array(Note).nullable().meta({ description: 'The rows, in the order of the way' }),
  });
  const { $schema, ...schema } = z.toJSONSchema(document, {
    target: draft === '7' ? 'draft-7' : 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => flatten(jsonSchema),
  });
  return { $schema, title: 'Roadbook', description: 'A rally-raid roadbook: one stage', ...schema };
}

/** A choice within a choice is one choice. */
function flatten(schema: z.core.JSONSchema.BaseSchema): void {
  const options = schema.anyOf?.flatMap((option) =>
    option.anyOf && Object.keys(option).length === 1 ? option.anyOf : [option],
  );
  if (options) schema.anyOf = options;
}
