// A worker thread of `check` from source, while developing and in tests.
import { register } from 'tsx/esm/api';
import './register.js';

register();
const { work } = await import('../src/commands/worker.ts');
await work();
