import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
      // Real encrypted files and real key derivations: forks, because native addons may not share a thread.
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/core/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
        },
      },
      // Long searches for a broken rule: part of every full run, and too long for the fast check.
      {
        extends: true,
        test: {
          name: 'properties',
          include: ['test/properties/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], pool: 'forks', testTimeout: 400_000 },
      },
    ],
  },
})
