/**
 * A debrief laid out for people, before it is known where it will be read: chapters of facts, tables and charts.
 * `terminal.ts`, `markdown.ts` and `page.ts` write it down. Text is raw: whoever writes it escapes it for the place.
 */
export interface Story {
  readonly title: string;
  readonly about: string;
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  /** Letters and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a piece of text means; it is always in the words too, never in the colour alone. */
export type Tone = 'plain' | 'dim' | 'good' | 'warning' | 'alarm';

export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** The most important first. */
  | { readonly kind: 'list'; readonly items: readonly Piece[] }
  | Table
  | { readonly kind: 'charts'; readonly charts: readonly Chart[] };

export interface Fact {
  readonly label: string;
  readonly value: Piece;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A long one is folded away where it can be, and of it only marked rows are shown where there is little room. */
  readonly long: boolean;
}

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
}

export interface Row {
  readonly cells: readonly Piece[];
  readonly marked: boolean;
}

export interface Chart {
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly says: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Later ones lie over earlier ones. */
  readonly layers: readonly Layer[];
  /** A small one stands beside others like it. */
  readonly small: boolean;
}

export interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
}

/** Series of a chart by what they mean; a null breaks the line. */
export type Layer =
  | { readonly kind: 'line' | 'steps'; readonly as: Series; readonly label: string; readonly points: Points }
  | { readonly kind: 'band'; readonly as: Series; readonly label: string; readonly points: BandPoints }
  | { readonly kind: 'dots'; readonly as: Series; readonly label: string; readonly points: Dots };

export type Series = 'measured' | 'limit' | 'expected' | 'over' | 'doubted';
export type Points = readonly (readonly [x: number, y: number] | null)[];
export type BandPoints = readonly (readonly [x: number, low: number, high: number])[];
export type Dots = readonly { readonly x: number; readonly y: number; readonly says: string }[];

export function piece(text: string, tone: Tone = 'plain'): Piece {
  return { text, tone };
}
