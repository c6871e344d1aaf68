import { abbreviationOf, symbolOf } from '../../model/lexicon.ts';
import type { StageNote } from '../../stage/stage.ts';
import { type Line, span } from '../frame.ts';
import type { Draw } from '../picture.ts';
import { description } from './note.ts';

/** A note's text, and under it what its letters and symbols mean; a long text leaves these a third of the room. */
export function spelt(place: number): Draw {
  const text = description(place);
  const words = glossary(place);
  return (picture, size) => {
    const meanings = words(picture, size);
    const kept = Math.min(meanings.length, Math.floor(size.height / 3));
    const lines = text(picture, { ...size, height: size.height - (kept === 0 ? 0 : kept + 1) });
    return meanings.length === 0 ? lines : [...lines, [], ...meanings].slice(0, size.height);
  };
}

/** What the letters and symbols of a note mean, for who is new to them: `kpL  keep left`. */
function glossary(place: number): Draw {
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
