import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { type Node, plainOf } from './node.ts';

/** A text read as a tree; `root` is null when nothing could be. */
export interface Tree {
  readonly root: Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The plain value of a text, undefined when there is none, and its places when somebody asks. */
export interface Document {
  readonly value: unknown;
  readonly root: () => Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function documentOf({ root, diagnostics }: Tree): Document {
  return { value: root ? plainOf(root) : undefined, root: () => root, diagnostics };
}

/** Names that reach an object's prototype in JavaScript: no field has them, and no tool should have to survive them. */
export function isReserved(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

export function reservedKey(key: string, span: Span): Diagnostic {
  return problem('reserved-key', { message: `“${key}” cannot be a key`, span, help: 'leave it out' });
}

export function duplicateKey(key: string, span: Span, first: Span): Diagnostic {
  return problem('duplicate-key', {
    message: `the key “${forTerminal(key.slice(0, 60))}” is here twice; the first counts`,
    span,
    notes: [{ message: 'first here', span: first }],
    help: 'leave one of them out',
  });
}
