import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The server in one file: finding and reading its thousand modules took longer than all it does before the first answer. */
export default defineConfig({
  root: here('..'),
  build: { ssr: here('start.ts'), outDir: here('../build/api'), target: 'node24', minify: false },
  ssr: {
    noExternal: true,
    // What brings a program of its own, or is needed only now and then.
    external: ['better-sqlite3', 'pg', 'exceljs', '@tus/server', '@tus/file-store'],
  },
});
