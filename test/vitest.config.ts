import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

// Says that a test hangs, not that it is slow: a busy machine fails nothing.
const patience = { testTimeout: 180_000, hookTimeout: 180_000 };
const server = {
  ...patience,
  environment: 'node' as const,
  // A native database driver wants a process of its own, not a worker thread.
  pool: 'forks' as const,
};

export default defineConfig({
  root,
  test: {
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          ...patience,
          name: 'domain',
          environment: 'node',
          include: ['test/domain/**/*.test.ts', 'test/web/**/*.test.ts', 'test/lint/**/*.test.ts'],
        },
      },
      { extends: true, test: { ...server, name: 'kernel', include: ['test/kernel/**/*.test.ts'] } },
      { extends: true, test: { ...server, name: 'api', include: ['test/api/**/*.test.ts'] } },
    ],
  },
});
