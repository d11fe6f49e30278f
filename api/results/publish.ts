import { drillPublish } from '../contract/results.ts';
import { isFrozen } from '../domain/drill/clock.ts';
import { publishResults } from '../domain/drill/results.ts';
import { drillCommand, ok } from '../drills/drill-command.ts';
import { checkpointJobs } from '../drills/tick.ts';

export const publishResultsCommand = drillCommand({
  operation: drillPublish,
  decide: (state, { body, call }) => publishResults(state, body.prizes, isFrozen(state, call.at)),
  jobs: checkpointJobs,
  answer: ok,
});
