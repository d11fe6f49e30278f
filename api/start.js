// `npm start`. Plain JavaScript: to strip the types of a single file that is not in the cache, Node loads a compiler of 17 MB.
import './compile-cache.js';

// What it needs is imported only now, so that it comes out of the cache.
await import('./node-version.ts');
await import('./umask.ts');
await import('./main.ts');
