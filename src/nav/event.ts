/**
 * What can happen to the navigator. `t` is milliseconds on any clock that does not go back; it comes with the event
 * because nothing in here reads a clock.
 */
export type Event =
  /** The wheel's counter, absolute and never falling; fractions are allowed. Unwrapping it is the source's work. */
  | { readonly type: 'wheel'; readonly t: number; readonly raw: number }
  /** Time passed and the wheel said nothing. */
  | { readonly type: 'tick'; readonly t: number }
  | Act;

/** What the co-driver does. Every act but `undo`, `scroll` and `follow` can be undone. */
export type Act =
  /**
   * “This is the note”: total := its distance, partial := 0. Without `note` (an index) the nearest one ahead of the last
   * confirmed. `sure` confirms even where the distance says it cannot be that note.
   */
  | { readonly type: 'confirm'; readonly t: number; readonly note?: number; readonly sure?: boolean }
  /** Total and partial ± metres. */
  | { readonly type: 'nudge'; readonly t: number; readonly metres: number }
  /** Total := a printed distance, metres on the printed axis in use. */
  | { readonly type: 'set'; readonly t: number; readonly metres: number }
  | { readonly type: 'trip-reset'; readonly t: number }
  /** Searching: the wheel turns, total and partial do not. Without `on` it toggles. */
  | { readonly type: 'freeze'; readonly t: number; readonly on?: boolean }
  /** Going back on the track: distance counts down. Without `on` it toggles. */
  | { readonly type: 'reverse'; readonly t: number; readonly on?: boolean }
  /** The wheel's scale, from a true distance in metres driven since the last confirmation or trip reset. */
  | { readonly type: 'calibrate'; readonly t: number; readonly metres: number }
  /** “Where am I?” Lost until a note is confirmed, the total set, or the crew is back. Without `on` it toggles. */
  | { readonly type: 'lost'; readonly t: number; readonly on?: boolean }
  /** Back at the last sure place: total := its distance; what was run since is a detour. */
  | { readonly type: 'return'; readonly t: number }
  | { readonly type: 'undo'; readonly t: number }
  /** Look ahead or back by notes; following stops until `follow`. */
  | { readonly type: 'scroll'; readonly t: number; readonly by: number }
  | { readonly type: 'follow'; readonly t: number };

export type ActType = Act['type'];
