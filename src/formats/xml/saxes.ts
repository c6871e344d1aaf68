import { SaxesParser } from 'saxes';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { type XmlAttribute, type XmlHandler, xmlLimits } from './handler.ts';
import { htmlEntities } from './html-entities.ts';
import { repaired } from './repair.ts';

/**
 * Reads a document of XML 1.0 with saxes: strict, on behind an error where the error lets it, and without entities but the
 * five of XML. Namespaces are left to the caller: saxes' own take quadratic time in a deep document.
 */
export function parseXml(source: string, handler: XmlHandler): void {
  const { text, restored, problems: repairs } = repaired(source);
  const parser = new SaxesParser({ position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  Object.assign(parser.ENTITIES, htmlEntities);
  const starts: Open[] = [];
  /** The last one that was closed: saxes closes an element before it says that the end tag was another’s. */
  let closed: Open | null = null;
  const saidOnce = new Set<string>();
  let attributes: XmlAttribute[] = [];
  let problems = 0;
  const report = (diagnostic: Diagnostic) => {
    problems++;
    if (problems > xmlLimits.problems) return;
    const help = problems === xmlLimits.problems ? 'further errors of syntax are not shown' : diagnostic.help;
    handler.problem({ ...diagnostic, help });
  };
  for (const one of repairs) report(one);

  parser.on('attribute', ({ name, value }) => {
    if (attributes.length >= xmlLimits.attributes) {
      throw new Stop(
        `an element has more than ${xmlLimits.attributes} attributes`,
        parser.position,
        'too-large',
      );
    }
    // The cursor stands behind the closing quote, and a quoted value cannot hold its own quote.
    const end = parser.position - 1;
    const start = text.lastIndexOf(text.charAt(end), end - 1) + 1;
    attributes.push({ name, value: restored(value), start, end });
  });
  parser.on('opentag', ({ name }) => {
    const end = parser.position;
    const start = text.lastIndexOf('<', end - 2);
    if (starts.length >= xmlLimits.depth) {
      throw new Stop(`elements lie more than ${xmlLimits.depth} deep`, start, 'too-deep');
    }
    starts.push({ name, start, end });
    const given = attributes;
    attributes = [];
    handler.open(name, given, start, end);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    closed = starts.pop() ?? null;
    const end = parser.position;
    handler.close(isSelfClosing ? end : text.lastIndexOf('<', end - 2), end);
  });
  parser.on('text', (data) => {
    if (notBlank.test(data)) handler.text(restored(data));
  });
  parser.on('cdata', (data) => handler.text(data));
  parser.on('processinginstruction', ({ target, body }) => handler.instruction(target, body));
  parser.on('doctype', () => {
    const end = parser.position;
    handler.problem(
      problem('doctype-refused', {
        message: 'the document type declaration is not read, and no entity of it is expanded',
        span: { start: Math.max(0, text.lastIndexOf('<!DOCTYPE', end)), end },
        help: 'take the <!DOCTYPE …> out: a roadbook needs none',
      }),
    );
  });
  parser.on('error', ({ message }) => {
    if (onceOnly.test(message) && saidOnce.has(message)) return;
    saidOnce.add(message);
    if (/^unclosed tag: /.test(message)) report(notClosed(starts.pop() ?? null, text));
    else if (/^unexpected close tag/.test(message)) report(closesAnother(closed, text, parser.position));
    else report(syntaxError(message, text, parser.position));
  });

  try {
    parser.write(text).close();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    const at = Math.max(0, stop.at - 1);
    handler.problem(
      problem(stop.limit, {
        message: stop.message,
        span: { start: at, end: Math.min(text.length, at + 1) },
        help: 'what stands behind this place is not read',
      }),
    );
  }
}

/** Errors that come again with every tag or word behind the first. */
const onceOnly = /outside of root|only one root/;

const notBlank = /[^ \t\n\r]/;

/** Ends the parse at a limit; never leaves this file. */
class Stop extends Error {
  constructor(
    message: string,
    readonly at: number,
    readonly limit: 'too-deep' | 'too-large',
  ) {
    super(message);
  }
}

interface Open extends Span {
  readonly name: string;
}

/** An element that the file ends inside. */
function notClosed(open: Open | null, text: string): Diagnostic {
  const name = shown(open?.name ?? '');
  return problem('syntax', {
    message: `<${name}> is not closed`,
    span: open && { start: open.start, end: open.end },
    help: text.includes(`</${open?.name}`) ? null : `close it with </${name}>: the file may be cut off`,
  });
}

/** An end tag that is another element’s: either the one that is open was not closed, or this one is misspelt. */
function closesAnother(open: Open | null, text: string, position: number): Diagnostic {
  const span = endTagBefore(text, position);
  const found = shown(text.slice(span.start, span.end));
  return problem('syntax', {
    message: `<${shown(open?.name ?? '')}> is closed by ${found}`,
    span,
    notes: open === null ? [] : [{ message: 'it opens here', span: { start: open.start, end: open.end } }],
    help: `write </${shown(open?.name ?? '')}> before this`,
  });
}

function endTagBefore(text: string, position: number): Span {
  const end = Math.min(position, text.length);
  return { start: Math.max(0, text.lastIndexOf('<', end - 1)), end };
}

function shown(name: string): string {
  return forTerminal(name.slice(0, 60));
}

/** In saxes' words, without their full stop and with the names of the file made harmless. */
function syntaxError(message: string, text: string, position: number): Diagnostic {
  const [, name] = /^unmatched closing tag: (.*)\.$/s.exec(message) ?? [];
  if (name !== undefined) {
    const span = endTagBefore(text, position);
    return problem('syntax', { message: `</${shown(name)}> closes nothing`, span, help: 'take it out' });
  }
  if (/XML declaration must be at the start/.test(message) && /^\s*<\?xml/.test(text)) {
    const span = { start: 0, end: text.indexOf('<') };
    return problem('syntax', {
      message: 'white space stands before <?xml: a strict reader refuses the whole file',
      span,
      fix: { title: 'take the white space out', safe: true, edits: [{ span, text: '' }] },
    });
  }
  const sentence = forTerminal(message.replace(/\.$/, '').slice(0, 200));
  return problem('syntax', { message: sentence, span: placeOf(message, text, position) });
}

/** A second root is shown whole; any other error is at the character read last. */
function placeOf(message: string, text: string, position: number): Span {
  if (/one root/.test(message)) return endTagBefore(text, position);
  const end = Math.min(position, text.length);
  return { start: Math.max(0, end - 1), end };
}
