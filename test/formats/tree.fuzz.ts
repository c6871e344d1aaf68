// The same comparisons as in the tests, wider; `FUZZ_RUNS=1500000 npm run fuzz` compares over a million texts of each kind.
process.env.FUZZ_RUNS ??= '100000';
await import('./tree/yaml-plain.test.ts');
await import('./tree/json-clean.test.ts');
const { staysWithin } = await import('../support/memory.ts');
staysWithin(512);
