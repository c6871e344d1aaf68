import * as z from 'zod';
import { HeaderDocument, NoteDocument } from './document.ts';

/**
 * The native document as a JSON Schema of draft 7, which is what editors read. It knows shapes and ranges; that a number
 * of a note may be written as text, or what two values mean together, only `check` knows.
 */
export function jsonSchema(): object {
  const document = HeaderDocument.extend({
    notes: z.array(NoteDocument).nullish().meta({ description: 'The rows, in the order of the way' }),
  }).meta({ title: 'Roadbook', description: 'A rally-raid roadbook: one stage' });
  return z.toJSONSchema(document, { target: 'draft-7', io: 'input' });
}
