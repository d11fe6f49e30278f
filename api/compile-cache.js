import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// A thousand modules are stripped of types and compiled once for an installation, not at every start. Where nothing can be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile/', import.meta.url)));
