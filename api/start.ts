// `npm start`, by way of start.js. What follows is imported only when these have had their say.
import './node-version.ts';
import './umask.ts';

await import('./main.ts');
