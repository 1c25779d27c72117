import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Tests hold wherever the server stands: a zone with an odd offset shows where local time slipped in.
process.env.TZ = 'Asia/Kathmandu'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }
const shared = {
  globalSetup: './testing/database.ts',
  setupFiles: './testing/setup.ts',
  // It imports next/server as only a bundler finds it.
  server: { deps: { inline: ['next-auth'] } },
  exclude: ['node_modules/**', '.next*/**', 'data/**'],
}

export default defineConfig({
  resolve: { alias },
  test: {
    // By itself it leaves one core to the watcher of a developer, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        // What is pure leaves nothing behind that the next file could meet, and is loaded once for all.
        test: { name: 'pure', include: ['lib/**/*.test.ts'], isolate: false, testTimeout: 30_000 },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...shared.exclude, 'lib/**', '**/*.slow.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        // Against the production build, each starting whole sites.
        test: { ...shared, name: 'slow', include: ['**/*.slow.test.ts'], hookTimeout: 120_000 },
      },
    ],
  },
})
