// `npm start`: the server as it was built (vite.config.ts), compiled once for an installation.
import './compile-cache.js';

await import(import.meta.resolve('#build/api/start.js'));
