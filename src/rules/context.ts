import { type Layout, layOut } from '../model/axis.ts';
import type { Locate, Path } from '../model/reading.ts';
import type { Note, Roadbook } from '../model/roadbook.ts';
import { formatDistance } from '../model/units.ts';
import { type MarkedZones, pairZones } from '../model/zones.ts';
import type { Diagnostic, Edit } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';
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
}

/** A file as the rules need it: what was read, and what the reader already said about it. */
export interface Subject {
  readonly roadbook: Roadbook;
  readonly locate: Locate;
  readonly text: string;
  readonly removal: Context['removal'];
  readonly problems: readonly Diagnostic[];
}

export function contextOf({ roadbook, locate, text, removal, problems }: Subject, profile: Profile): Context {
  const { notes, units } = roadbook;
  const having = once(() => havingOf(notes));
  const layout = once(() => layOut(notes));
  const zones = once(() => pairZones(notes));
  const sections = once(() => pairSections(notes));
  const ground = once(() => groundOf(roadbook));
  const errors = problems.flatMap(({ span, severity }) => (span && severity === 'error' ? [span] : []));
  const length = (metres: number) => `${formatDistance(metres, units)} ${units === 'metric' ? 'km' : 'mi'}`;
  return {
    roadbook,
    notes,
    get having() {
      return having();
    },
    profile,
    thresholds: profile.thresholds,
    get layout() {
      return layout();
    },
    get zones() {
      return zones();
    },
    get sections() {
      return sections();
    },
    get ground() {
      return ground();
    },
    locate,
    isBroken(path) {
      const whole = errors.length > 0 ? locate(path) : null;
      return whole !== null && errors.some(({ start, end }) => start >= whole.start && end <= whole.end);
    },
    removal,
    textAt: ({ start, end }) => text.slice(start, end),
    say(index) {
      const note = notes[index];
      if (!note) return 'the roadbook';
      return `note ${note.number}${note.distance === null ? '' : ` (${length(note.distance)})`}`;
    },
    length,
  };
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
