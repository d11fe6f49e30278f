import type { Area } from '../kernel/area.ts';
import { readScenario, readScenarioList } from './queries.ts';

/** The library of scenarios: files only, nothing to change here. */
export const scenariosArea: Area = { commands: [], queries: [readScenarioList, readScenario], projector: {}, jobs: {} };
