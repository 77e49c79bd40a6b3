import { defineConfig } from '@playwright/test';
import type { HostOptions } from './fixtures.ts';

/** The same specs on both hosts. One worker: windows share the machine's focus and its two processors. */
export default defineConfig<HostOptions>({
  testDir: '.',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A machine that others use may be late once. What passes only then is named as flaky in the output.
  retries: process.env['CI'] === undefined ? 0 : 1,
  projects: [
    { name: 'serve', use: { host: 'serve' }, outputDir: '../../test-results/serve' },
    // The browser's window is what there is without Electron.
    {
      name: 'electron',
      use: { host: 'electron' },
      testIgnore: 'app-window.spec.ts',
      outputDir: '../../test-results/electron',
    },
  ],
});
