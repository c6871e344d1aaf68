import { cockpitPictures } from './cockpit.ts';
import { tulipPicture } from './tulips.ts';

/** Every picture of docs/pictures, by name, as SVG. */
export async function allPictures(): Promise<Record<string, string>> {
  return { ...(await cockpitPictures()), tulips: await tulipPicture() };
}
