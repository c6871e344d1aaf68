import { Option } from 'commander';

export { type ColourChoice, wantsColour } from './wants-colour.ts';

/** `--color`, for every verb that paints. */
export const colourOption = () =>
  new Option('--color <when>', 'paint the output').choices(['auto', 'always', 'never']).default('auto');
