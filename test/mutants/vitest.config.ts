import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried on: all but those that start processes or a PostgreSQL, which take too long for each. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/{adapters,commands,knowledge,message,schedule,src}/**/*.test.ts'],
    exclude: ['test/commands/every-answer.test.ts', 'test/knowledge/import/real.test.ts'],
    globalSetup: 'test/store/one-postgres.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
