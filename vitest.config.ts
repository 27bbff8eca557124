import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/web/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // how long a page takes is no matter of a test
    expect: { poll: { timeout: 20_000 } },
  },
});
