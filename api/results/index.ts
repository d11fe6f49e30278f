import { publishResultsCommand } from './publish.ts';
import { readReplay } from './read-replay.ts';
import { readResults } from './read-results.ts';
import { readWorkbook } from './read-workbook.ts';

/** The close of a drill: prize list, results, the record to look at again. */
export const resultCommands = [publishResultsCommand] as const;
export const resultQueries = [readResults, readWorkbook, readReplay] as const;
