import type { Units } from '../../model/units.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import type { Deviation } from './deviations.ts';

/** What the reading of one element needs to know of the file and may say about it. */
export interface Context {
  /** The whole file. */
  readonly source: string;
  readonly units: Units;
  /** Prefixes that the root declares for a namespace of OpenRally. */
  readonly ours: ReadonlySet<string>;
  /** Namespaces declared on the root, by prefix; the default one's is empty. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** The file declares the namespace of OpenRally. */
  readonly isOpenRally: boolean;
  /** The file was written by this program. */
  readonly isOwn: boolean;
  /** `note 12`, for messages. */
  readonly label: () => string;
  /** Takes the place of each field, by its path from the note (`waypoints.0.open`); null when nobody asks. */
  readonly places: Map<string, Span> | null;
  report(diagnostic: Diagnostic): void;
  /** What strict readers trip over: said once for each kind, at its first place. */
  deviates(kind: Deviation, span: Span, found: string): void;
}
