import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

const server = {
  environment: 'node' as const,
  // A native database driver wants a process of its own, not a worker thread.
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  root,
  test: {
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
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
