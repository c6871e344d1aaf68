/**
 * The library: read a roadbook, make it a stage, drive it. Pure where the tool is pure; a browser can bundle it.
 *
 *     const { roadbook } = await readRoadbook(bytes, 'stage.gpx');
 *     const stage = compile(roadbook);
 *     let state = start(stage);
 *     const [after, effects] = step(stage, state, { type: 'wheel', t: 0, raw: 0 });
 *     view(stage, after).toNext; // metres to the next note
 */

export { readRoadbook } from './formats/read.ts';
export type { Locate, Path, Reading } from './model/reading.ts';
export type { Note, Roadbook, Waypoint } from './model/roadbook.ts';
export type { Effect } from './nav/effect.ts';
export type { Act, Event } from './nav/event.ts';
export { defaultSettings, type Settings } from './nav/settings.ts';
export { type State, start } from './nav/state.ts';
export { step } from './nav/step.ts';
export { type NoteStatus, type Phase, statusOf, type View, view } from './nav/view.ts';
export { compile } from './stage/compile.ts';
export type { Section, Stage, StageNote, Zone } from './stage/stage.ts';
export type { Diagnostic, Fix } from './text/diagnostic.ts';
export type { Span } from './text/span.ts';
