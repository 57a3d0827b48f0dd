import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of one guard, as `test/mutants/guards.ts` names them. */
const tests = (process.env['ROLECALL_GUARD_TESTS'] ?? '').split(',');

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: tests.map((name) => `test/${name}.test.ts`),
    globalSetup: 'test/store/one-postgres.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
