import type { Roadbook } from '../../src/model/roadbook.ts';
import type { Diagnostic } from '../../src/text/diagnostic.ts';

/** A roadbook for golden files: a line for each note and one for its tulip, without what is empty. */
export function gist({ notes, track, ...head }: Roadbook): string {
  const points = track?.map((segment) => segment.length) ?? [];
  const lines = notes.flatMap(({ number, tulip, ...note }) => [
    `${number} ${line(note)}`,
    ...(tulip ? [`  tulip ${line(tulip)}`] : []),
  ]);
  return [line({ ...head, track: points }), ...lines, ''].join('\n');
}

/** `bad-coordinate: note 3 …`, as a test likes to compare them. */
export function said(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

function line(value: unknown): string {
  return JSON.stringify(dense(value));
}

function dense(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dense);
  if (typeof value === 'string') return value.startsWith('data:') ? `${value.slice(0, 14)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  const full = Object.entries(value)
    .map(([key, inner]) => [key, dense(inner)] as const)
    .filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(full);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
