// The same properties as in the tests, wider: `FUZZ_RUNS=10000 npm run fuzz`.
process.env.FUZZ_RUNS ??= '10000';
await import('./openrally/malformed.test.ts');
await import('./xml/scan.test.ts');
const { staysWithin } = await import('../support/memory.ts');
staysWithin(512);
