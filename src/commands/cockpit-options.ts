import { Option, type Command as Verb } from 'commander';
import type { CockpitOptions } from '../tui/cockpit.ts';
import { type Protocol, protocols } from '../tui/graphics/protocol.ts';
import { type ThemeName, themeNames } from '../tui/theme.ts';
import { oneOf } from './options.ts';

const pictureWays = ['auto', 'off', ...protocols] as const;

/** How the cockpit looks and what it listens to: of every verb that has one. */
export interface CockpitLook {
  readonly theme?: ThemeName;
  readonly ascii?: true;
  readonly paused?: true;
  readonly remote?: true;
  readonly mouse: boolean;
  readonly pictures: 'auto' | 'off' | Protocol;
  readonly quiet?: true;
}

export function cockpitOptions(verb: Verb): Verb {
  return verb
    .addOption(
      new Option('--theme <theme>', `colours of the cockpit: ${themeNames.join(', ')} (key n)`).argParser(
        oneOf(themeNames),
      ),
    )
    .option('--ascii', 'draw the cockpit with ASCII alone')
    .option('--paused', 'begin with the simulation standing still, to read ahead; p lets it go')
    .option('--remote', 'six keys act and no other: arrows, enter and esc, or 1 to 6 (key x)')
    .addOption(
      new Option('--pictures <way>', `tulips as pictures: ${pictureWays.join(', ')}`)
        .argParser(oneOf(pictureWays))
        .default('auto'),
    )
    .option('--no-mouse', 'leave the mouse to the terminal, to select text with')
    .option('--quiet', 'no terminal bell');
}

/** What the cockpit takes of them. */
export function lookOptions({
  theme,
  ascii,
  paused,
  remote,
  mouse,
  pictures,
  quiet,
}: CockpitLook): Pick<CockpitOptions, keyof CockpitLook> {
  return {
    ...(theme && { theme }),
    ...(ascii && { ascii }),
    ...(paused && { paused }),
    ...(remote && { remote }),
    ...(quiet && { quiet }),
    mouse,
    pictures,
  };
}
