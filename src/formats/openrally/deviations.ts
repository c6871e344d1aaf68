import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import type { Span } from '../../text/span.ts';

/** What files of real producers do against the schema, and what to do about it: the reader understands each. */
const advice = {
  'decimal-comma': 'write a point: other readers stop at the comma, and 1,5 becomes 1',
  unit: 'write the figure alone: the schema refuses a unit, and another reader drops the figure or takes it for something else',
  degrees: 'write 31.20575, negative for south and west: other readers refuse the point, or put it elsewhere',
  markup: 'write the words alone: other readers show the markup to the crew',
  'letter-case': 'write it as the schema does: other readers do not know it',
  'unknown-element': 'it is kept, but nothing was read from it: look whether it says something crews need',
  'unknown-attribute': 'it is kept, but nothing was read from it: the schema has name, open and clear',
  'other-namespace':
    'the namespace is http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3: other readers skip any other',
  'empty-value': 'write the value, or take the element away: a device shows none',
  zero: 'take the element away: the schema refuses 0, and so may a device',
  marks: 'write 1, 2 or 3: other readers see no danger',
  'no-picture':
    'put the picture itself there, as data:image/png;base64,…: devices in the desert load nothing',
  exponent: 'write the figure out: the schema refuses an exponent, and so may a device',
  fraction: 'write a whole number: the schema refuses a fraction, and so may a device',
  'several-values': 'leave one: which one another reader takes is anyone’s guess',
  'unknown-content': 'nothing was taken from it',
  'inline-picture': 'put the SVG into <![CDATA[ … ]]>: other readers show no picture here',
  'bare-picture': 'put data:image/png;base64, before it: other readers show no picture here',
  'units-word': 'write metric, or statue as the published schema spells it',
  'no-namespace': 'give the element the openrally: prefix: readers that ask for the namespace skip it',
  'undeclared-prefix': 'declare the prefix on <gpx>: a strict reader refuses the whole file',
  elevation: 'the elevation was left out',
  'null-island': 'the position was taken as unknown, as the official examples write it',
} as const;

export type Deviation = keyof typeof advice;

/** Collects deviations: one warning for each kind, at the first place, with how many more there are. */
export function deviationLog(): {
  add(kind: Deviation, span: Span, found: string): void;
  diagnostics(): Diagnostic[];
} {
  const found = new Map<Deviation, { span: Span; message: string; count: number; next: Span | null }>();
  return {
    add(kind, span, message) {
      const before = found.get(kind);
      if (before === undefined) {
        found.set(kind, { span, message, count: 1, next: null });
      } else {
        before.count++;
        before.next ??= span;
      }
    },
    diagnostics: () =>
      [...found].map(([kind, { span, message, count, next }]) =>
        problem('format-deviation', {
          message: count === 1 ? message : `${message} (and ${count - 1} more like it)`,
          span,
          notes: next === null ? [] : [{ message: 'the next one', span: next }],
          help: advice[kind],
        }),
      ),
  };
}
