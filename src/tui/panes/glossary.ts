import { abbreviationOf, symbolOf } from '../../model/lexicon.ts';
import type { StageNote } from '../../stage/stage.ts';
import { type Line, span } from '../frame.ts';
import type { Draw } from '../picture.ts';

/** What the letters and symbols of a note mean, for who is new to them: `kpL  keep left`. */
export function glossary(place: number): Draw {
  return ({ stage, view, look }, { height }) => {
    const stop = stage.notes[view.hand + place];
    if (!stop) return [];
    const { theme } = look;
    const entries = [...letters(stop), ...pictured(stop)];
    const column = Math.max(0, ...entries.map(([code]) => code.length)) + 2;
    return entries
      .slice(0, height)
      .map(
        ([code, words]): Line => [
          span(look.safe(code).padEnd(column), theme.symbol),
          span(look.safe(words), theme.faint),
        ],
      );
  };
}

type Entry = readonly [code: string, words: string];

function letters({ note }: StageNote): Entry[] {
  const words = new Set(note.text?.split(/[\s,.;:!?()]+/) ?? []);
  return [...words].flatMap((word): Entry[] => {
    const found = abbreviationOf(word);
    return found ? [[word, found.meanings.map(({ en }) => en).join(', or ')]] : [];
  });
}

function pictured({ note }: StageNote): Entry[] {
  const drawn = note.tulip?.symbols.map(({ symbol }) => symbol) ?? [];
  return [...new Set(drawn)].flatMap((id): Entry[] => {
    const found = symbolOf(id);
    return found && found.short !== found.words.en ? [[found.short, found.words.en]] : [];
  });
}
