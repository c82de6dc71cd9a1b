import { defineConfig } from '@playwright/test'
import type { Settings } from './test/e2e/fixtures.ts'

export default defineConfig<Settings>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // The console is one program on one display: its windows would cover and blur each other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reportSlowTests: null,
  projects: [
    { name: 'stand-in', use: { runtime: 'stand-in' } },
    { name: 'electron', use: { runtime: 'electron' }, grep: /@electron/ },
  ],
})
