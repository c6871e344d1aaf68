import type { Reading } from '../model/reading.ts';
import { decode } from '../text/decode.ts';
import { type Diagnostic, mostFindings, problem } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import type { Source } from '../text/source.ts';
import type { FormatEntry } from './format.ts';
import { tooManyParts } from './limits.ts';
import { formats } from './registry.ts';
import { describeSketch, type Sketch, sketch } from './sketch.ts';

/** A reading and the text that its places count in; empty when the bytes are no text. */
export interface ReadFile extends Reading {
  readonly source: Source;
}

/**
 * Reads a roadbook of any format. The content decides the format; the name only where the content says nothing, as with a
 * damaged file. Never throws on content: `roadbook` is null where nothing could be understood, and `diagnostics` say why.
 */
export async function readRoadbook(bytes: Uint8Array, file: string): Promise<ReadFile> {
  const { source, diagnostics } = decode(bytes, file);
  if (source === null) return { ...unread(diagnostics), source: { file, text: '' } };
  const reading = await readSource(source);
  return { ...reading, diagnostics: withinReason([...diagnostics, ...reading.diagnostics]) };
}

/** The same for a text that is decoded already, as an editor holds it. */
export async function readSource(source: Source): Promise<ReadFile> {
  const found = sketch(source.text);
  if (found.syntax === 'empty') return { ...unread([empty(source.text.length)]), source };
  const entry = formats.find(({ detect }) => detect?.(found)) ?? byNameAlone(source.file, found);
  if (entry === null) return { ...unread([unknown(describeSketch(found))]), source };
  if (!entry.reads) return { ...unread([unknown(entry.title)]), source };
  const tooMany = treeLimit(source.text, found.syntax, entry);
  if (tooMany !== null) return { ...unread([tooMany]), source };
  const clean = (await entry.clean?.())?.(source) ?? null;
  if (clean !== null) return { ...clean, source };
  const { read } = (await entry.load()).format;
  return { ...(read?.(source) ?? unread([unknown(entry.title)])), source };
}

/** By the name, where the content does not say that it is something else. */
function byNameAlone(file: string, { syntax, root }: Sketch): FormatEntry | null {
  const entry = byName(file);
  const isXml = entry !== null && xmlFormats.has(entry.name);
  if (syntax === 'xml' && root !== null) return null;
  return isXml && syntax === 'json' ? null : entry;
}

const xmlFormats: ReadonlySet<FormatEntry['name']> = new Set(['openrally', 'gpx', 'kml']);

/** XML and CSV are read piece by piece. */
function treeLimit(text: string, syntax: Sketch['syntax'], { name }: FormatEntry): Diagnostic | null {
  if (syntax === 'xml' || name === 'csv') return null;
  return tooManyParts(text, syntax === 'json' ? 'json' : 'yaml');
}

/** The first of too many findings, and that there are more. */
function withinReason(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length < mostFindings) return diagnostics;
  const message = `the file has more than ${mostFindings} problems; the rest is not listed`;
  const help = 'mend the first ones and check again';
  return [...diagnostics.slice(0, mostFindings), problem('too-many-findings', { message, help })];
}

/** The format whose extension a file name ends with, ignoring case; the longest wins. */
export function byName(file: string): FormatEntry | null {
  const name = file.toLowerCase();
  let best: { entry: FormatEntry; length: number } | null = null;
  for (const entry of formats) {
    for (const extension of entry.extensions) {
      if (name.endsWith(extension) && extension.length > (best?.length ?? 0)) {
        best = { entry, length: extension.length };
      }
    }
  }
  return best?.entry ?? null;
}

function unread(diagnostics: readonly Diagnostic[]): Reading {
  return { format: 'unknown', roadbook: null, locate: () => null, diagnostics };
}

function empty(size: number): Diagnostic {
  const message = size === 0 ? 'the file is empty' : 'the file has nothing but white space in it';
  return problem('empty-file', { message, help: 'a roadbook begins with `roadbook: 1` and has `notes:`' });
}

function unknown(found: string): Diagnostic {
  const accepted = formats.filter(({ reads }) => reads).map(({ title }) => title);
  return problem('unknown-format', {
    message: `this is not a roadbook of a known format: it is ${forTerminal(found)}`,
    span: { start: 0, end: 0 },
    help: `accepted: ${accepted.join(', ')}`,
  });
}
