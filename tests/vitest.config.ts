import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // Offices are made and printed for real; two busy cores may take their time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one core free, which is half of a machine with two.
    maxWorkers: availableParallelism(),
  },
});
