import { complete } from '../../src/model/complete.ts';
import type { NoteDraft, RoadbookDraft } from '../../src/model/roadbook.ts';
import type { Effect } from '../../src/nav/effect.ts';
import type { Act, Event } from '../../src/nav/event.ts';
import { defaultSettings, type Settings } from '../../src/nav/settings.ts';
import { type State, start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { type View, view } from '../../src/nav/view.ts';
import { compile } from '../../src/stage/compile.ts';
import type { Stage } from '../../src/stage/stage.ts';

/** A stage of these notes; the draft must be valid. */
export function stageOf(notes: NoteDraft[], rest: Omit<RoadbookDraft, 'notes'> = {}): Stage {
  const { roadbook, diagnostics } = complete({ ...rest, notes }, () => null);
  if (!roadbook || diagnostics.length > 0) throw new Error(`bad draft: ${JSON.stringify(diagnostics)}`);
  return compile(roadbook);
}

/** Distributes over unions, as `Omit` does not. */
type Timeless<T> = T extends unknown ? Omit<T, 't'> : never;

/** A crew at work: drives by metres of wheel, acts, and remembers what it was told. */
export class Crew {
  state: State;
  readonly told: Effect[] = [];
  readonly stage: Stage;
  private t = 0;
  private raw: number;

  constructor(stage: Stage, settings: Partial<Settings> = {}, rawAtStart = 0) {
    this.stage = stage;
    this.state = start(stage, { ...defaultSettings, ...settings });
    this.raw = rawAtStart;
    this.send({ type: 'wheel', t: 0, raw: this.raw });
  }

  /** Turns the wheel by so many counts, `by` a sample, at `kmh` with one count a metre. Answers what was told. */
  drive(counts: number, { by = 2.5, kmh = 90 }: { by?: number; kmh?: number } = {}): Effect[] {
    const before = this.told.length;
    const end = this.raw + counts;
    while (this.raw < end) {
      const step = Math.min(by, end - this.raw);
      this.t += (step / kmh) * 3600;
      this.raw = step < by ? end : this.raw + step;
      this.send({ type: 'wheel', t: this.t, raw: this.raw });
    }
    return this.told.slice(before);
  }

  wait(ms: number): Effect[] {
    this.t += ms;
    return this.send({ type: 'tick', t: this.t });
  }

  act(act: Timeless<Act>): Effect[] {
    return this.send({ ...act, t: this.t });
  }

  get view(): View {
    return view(this.stage, this.state);
  }

  private send(event: Event): Effect[] {
    const [state, effects] = step(this.stage, this.state, event);
    this.state = state;
    this.told.push(...effects);
    return [...effects];
  }
}

/** `note-reached 3`: an effect in short, for tables. */
export function short(effect: Effect): string {
  const about =
    'note' in effect ? effect.note : 'zone' in effect ? effect.zone : 'act' in effect ? effect.act : '';
  return `${effect.effect} ${about}`.trim();
}
