import { defineConfig } from 'vitest/config';

/** Where to leave the result as JSON, for those who count. */
const results = process.env.GONGYOU_RESULTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // most of them wait for another process
    maxWorkers: 3,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
    coverage: { include: ['src/**', 'handlers/**'], exclude: ['src/platforms/web/client/**', 'src/main.ts'] },
  },
});
