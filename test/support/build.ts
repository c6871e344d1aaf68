/** Builds once before the tests, so that they can run bin/roadbook.js. */
export { build as setup } from '../../scripts/build.js';
