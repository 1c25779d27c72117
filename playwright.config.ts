import { defineConfig } from '@playwright/test'
import { launchOptions } from '@/scripts/browser'

/* What people do, in a real browser against the production build. e2e/support/site.ts starts the site. */

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/site.ts',
  outputDir: 'test-results',
  // Stories wait as well: one more than the cores of a small machine.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A second try only where machines are shared, and it is reported as such.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.E2E_URL,
    launchOptions: launchOptions(),
    viewport: { width: 1280, height: 800 },
    // Neither the zone of the server (e2e/support/site.ts) nor UTC: what depends on either would differ.
    timezoneId: 'Asia/Kathmandu',
    locale: 'en-GB',
    // To record each step of each story takes a third longer.
    trace: 'on-first-retry',
  },
})
