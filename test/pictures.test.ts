import { expect, test } from 'vitest';
import { allPictures } from '../scripts/pictures/all.ts';

test('the pictures in docs/pictures are what the program shows', async () => {
  for (const [name, svg] of Object.entries(await allPictures())) {
    await expect(svg, 'npm run pictures draws them anew').toMatchFileSnapshot(`../docs/pictures/${name}.svg`);
  }
});
