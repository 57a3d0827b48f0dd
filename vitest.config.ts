import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that leave nothing behind in what they import: their files share it, which halves their time. */
const SHARED = ['test/{adapters,commands,language,src}/**/*.test.ts'];
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // One more than there are processors: many tests wait for a clock or another process.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { name: 'shared', include: SHARED, isolate: false, ...timeouts } },
      {
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: SHARED,
          // One PostgreSQL for all of them, started when the first asks for a database.
          globalSetup: 'test/store/one-postgres.ts',
          ...timeouts,
        },
      },
    ],
  },
});
