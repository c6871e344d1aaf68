import { type Layout, layOut } from '../model/axis.ts';
import type { Locate, Path } from '../model/reading.ts';
import type { Note, Roadbook } from '../model/roadbook.ts';
import { formatDistance, speedFromKmh } from '../model/units.ts';
import { type MarkedZones, pairZones } from '../model/zones.ts';
import type { Diagnostic, Edit } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';
import { type Capitals, capitalsOf } from './capitals.ts';
import { type Ground, groundOf } from './ground.ts';
import { type Having, havingOf } from './having.ts';
import type { Profile } from './profile.ts';
import { pairSections, type Sections } from './sections.ts';
import type { Thresholds } from './thresholds.ts';

/** What the rules look at. What several of them need is worked out once, when the first asks. */
export interface Context {
  readonly roadbook: Roadbook;
  readonly notes: readonly Note[];
  /** The notes that have something in a field, with their indexes. Most fields are empty in most notes. */
  readonly having: Having;
  readonly profile: Profile;
  readonly thresholds: Thresholds;
  /** The notes on one axis without resets. */
  readonly layout: Layout;
  readonly zones: MarkedZones;
  readonly sections: Sections;
  /** Words in capitals, as abbreviations are. */
  readonly capitals: readonly Capitals[];
  /** Null where the roadbook has no track, or the notes no coordinates. */
  readonly ground: Ground | null;
  /** Where a field stands in the file; the nearest ancestor for one that the file does not have. */
  readonly locate: Locate;
  /** The reader already reported an error inside this part of the roadbook: what is missing there is not news. */
  readonly isBroken: (path: Path) => boolean;
  /** The edit that takes a field out of the file; null where that is not simply done. */
  readonly removal: (path: Path) => Edit | null;
  /** The file's own text at a place. */
  readonly textAt: (span: Span) => string;
  /** `note 12 (34.56 km)`, by its index. */
  readonly say: (note: number) => string;
  /** `34.56 km`, or miles where the page prints them. */
  readonly length: (metres: number) => string;
  /** `50 km/h`, or mph on a page in miles. */
  readonly speed: (kmh: number) => string;
}

/** A file as the rules need it: what was read, and what the reader already said about it. */
export interface Subject {
  readonly roadbook: Roadbook;
  readonly locate: Locate;
  readonly text: string;
  readonly removal: Context['removal'];
  readonly problems: readonly Diagnostic[];
}

export function contextOf(subject: Subject, profile: Profile): Context {
  return new FileContext(subject, profile);
}

/**
 * A class, for its getters stand once on the prototype: getters in a literal would give each file's context a shape of its own,
 * and shapes keep what their getters hold, a whole roadbook, until the slow collector of garbage comes by.
 */
class FileContext implements Context {
  readonly roadbook: Roadbook;
  readonly notes: readonly Note[];
  readonly profile: Profile;
  readonly locate: Locate;
  readonly removal: Context['removal'];
  readonly #text: string;
  readonly #errors: readonly Span[];
  #having: Having | null = null;
  #layout: Layout | null = null;
  #zones: MarkedZones | null = null;
  #sections: Sections | null = null;
  #ground: { readonly found: Ground | null } | null = null;
  #capitals: readonly Capitals[] | null = null;

  constructor({ roadbook, locate, text, removal, problems }: Subject, profile: Profile) {
    this.roadbook = roadbook;
    this.notes = roadbook.notes;
    this.profile = profile;
    this.locate = locate;
    this.removal = removal;
    this.#text = text;
    this.#errors = problems
      .flatMap(({ span, severity }) => (span && severity === 'error' ? [span] : []))
      .sort((a, b) => a.start - b.start);
  }

  get thresholds() {
    return this.profile.thresholds;
  }
  get having() {
    this.#having ??= havingOf(this.notes);
    return this.#having;
  }
  get layout() {
    this.#layout ??= layOut(this.notes);
    return this.#layout;
  }
  get zones() {
    this.#zones ??= pairZones(this.notes);
    return this.#zones;
  }
  get sections() {
    this.#sections ??= pairSections(this.notes);
    return this.#sections;
  }
  get ground() {
    this.#ground ??= { found: groundOf(this.roadbook) };
    return this.#ground.found;
  }
  get capitals() {
    this.#capitals ??= capitalsOf(this.having);
    return this.#capitals;
  }

  // Rules take these out of the context.
  readonly isBroken = (path: Path) => {
    const whole = this.#errors.length > 0 ? extentOf(path, this.locate) : null;
    return whole !== null && holdsOne(this.#errors, whole);
  };
  readonly textAt = ({ start, end }: Span) => this.#text.slice(start, end);
  readonly length = (metres: number) => {
    const { units } = this.roadbook;
    return `${formatDistance(metres, units)} ${units === 'metric' ? 'km' : 'mi'}`;
  };
  readonly speed = (kmh: number) => {
    const { units } = this.roadbook;
    return `${Number(speedFromKmh(kmh, units).toFixed(1))} ${units === 'metric' ? 'km/h' : 'mph'}`;
  };
  readonly say = (index: number) => {
    const note = this.notes[index];
    if (!note) return 'the roadbook';
    return `note ${note.number}${note.distance === null ? '' : ` (${this.length(note.distance)})`}`;
  };
}

/** A note's place in GPX is its start tag: what is in it ends where the next note begins. */
function extentOf(path: Path, locate: Locate): Span | null {
  const whole = locate(path);
  const [notes, index, ...field] = path;
  if (whole === null || notes !== 'notes' || typeof index !== 'number' || field.length > 0) return whole;
  const next = locate(['notes', index + 1]);
  return next !== null && next.start > whole.end ? { start: whole.start, end: next.start } : whole;
}

/** Whether one of the spans, in the order of their starts, lies inside. */
function holdsOne(spans: readonly Span[], whole: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < whole.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < spans.length; i++) {
    const span = spans[i];
    if (span === undefined || span.start > whole.end) return false;
    if (span.end <= whole.end) return true;
  }
  return false;
}
