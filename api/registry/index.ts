import type { Area } from '../kernel/area.ts';
import { projectOrganisations } from './project-organisations.ts';

export const registryArea: Area = { commands: [], queries: [], projector: { ...projectOrganisations }, jobs: {} };
