import { defineConfig } from '@playwright/test';

/** One window at a time: each specification starts the app on an office folder of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './global-setup.ts',
  outputDir: '../../test-results/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  reporter: [['./shell-line.ts'], ['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
});
