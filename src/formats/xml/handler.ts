import type { Diagnostic } from '../../text/diagnostic.ts';

/** An attribute as written; `value` has its references resolved, `start`–`end` is the value's place without the quotes. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What a document says, in its order. The one seam between the parser and everything that reads XML: whatever calls these
 * methods in the same way may stand in for saxes. Offsets are UTF-16 code units of the text.
 */
export interface XmlHandler {
  /** `start` is the tag's `<`, `end` lies behind its `>`. */
  open(name: string, attributes: readonly XmlAttribute[], start: number, end: number): void;
  /**
   * Character data with references resolved, or the content of a CDATA section. One text may come in several calls; white
   * space alone between two tags does not come.
   */
  text(text: string): void;
  /** `start` is the end tag's `<`, or equals `end` for an empty-element tag. Every `open` of a sound document gets one. */
  close(start: number, end: number): void;
  instruction(target: string, body: string): void;
  /**
   * Takes the element that begins at an offset whole, and gives the offset behind it; −1 where its parts are to come as usual.
   * A handler may count on being asked only in a place where an element may stand, and must know by itself that what it takes is
   * sound.
   */
  take?(start: number): number;
  /** The document is not well-formed, or exceeds a limit. What can still be read follows. */
  problem(diagnostic: Diagnostic): void;
}

/** What no roadbook needs and every attack uses. */
export const xmlLimits = {
  /** Elements inside elements; GPX with extensions has 6. */
  depth: 64,
  /** Attributes of one element; GPX with extensions has at most 20. */
  attributes: 256,
  /** Elements of one record, such as a waypoint; one of Rally Navigator has about 10. */
  elements: 10_000,
  /** Syntax errors reported for one file; behind them the reading goes on in silence. */
  problems: 20,
} as const;
