import { setFlagsFromString } from 'node:v8';

// V8 doubles the space for young objects while a server is busy, up to 128 MB on a large machine, and hardly ever gives it back.
setFlagsFromString('--semi-space-growth-factor=1');
