import './node-version.ts';
import './umask.ts';
import './compile-cache.ts';

// `npm start`. What it needs is imported only now, so that it comes out of the cache.
await import('./main.ts');
