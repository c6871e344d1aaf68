// Lets `tsx` import a Markdown file as its text, as the build and the tests do.
import { register } from 'node:module';

register('./markdown-hooks.js', import.meta.url);
