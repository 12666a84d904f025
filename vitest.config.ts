import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/packed-tarball.test.ts'] } },
      {
        // Installs from the registry, so it runs by itself: npm run test:pack.
        test: {
          name: 'pack',
          include: ['tests/e2e/packed-tarball.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
