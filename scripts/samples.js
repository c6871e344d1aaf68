const day = 'roadbooks/desert-day';
const short = 'roadbooks/shakedown';

/**
 * What V8 runs at the build, so that what it compiles of each verb can be kept; `any` is for all other verbs.
 * @type {Readonly<Record<string, readonly (readonly string[])[]>>}
 */
export const samples = {
  any: [['--help']],
  check: [
    ['check', `${day}.roadbook.yaml`, `${day}.gpx`],
    ['check', 'roadbooks/broken/cap-reversed.gpx'],
    ['check', `${short}.roadbook.yaml`],
  ],
  convert: [
    ['convert', `${day}.gpx`, '-', '--to', 'native'],
    ['convert', `${short}.roadbook.yaml`, '-', '--to', 'openrally'],
  ],
  show: [
    ['show', `${day}.gpx`],
    ['show', `${short}.roadbook.yaml`],
  ],
  drive: [
    ['drive', '--headless', '--no-journal', `${short}.gpx`],
    ['drive', '--quiet', `${short}.roadbook.yaml`],
    ['drive', '--quiet', '--resume', `${short}.roadbook.yaml`],
  ],
};
