// The same comparison as in the test, wider: two million texts by `FUZZ_RUNS=1000000 npm run fuzz`.
process.env.FUZZ_RUNS ??= '100000';
await import('./tree/yaml-plain.test.ts');
const { staysWithin } = await import('../support/memory.ts');
staysWithin(512);
