// The same properties as in the test, wider: `FUZZ_RUNS=10000 npm run fuzz`.
process.env.FUZZ_RUNS ??= '10000';
await import('./text-formats.test.ts');
const { staysWithin } = await import('../support/memory.ts');
staysWithin(512);
