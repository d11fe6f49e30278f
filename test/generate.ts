import { writeFile } from 'node:fs/promises';
import { generated, pathOf } from './generated.ts';

// node test/generate.ts: writes the files that follow from the contract.
for (const [file, make] of Object.entries(generated)) await writeFile(pathOf(file), make());
