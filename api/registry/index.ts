import type { Area } from '../kernel/area.ts';
import { closeOrganisation } from './close-organisation.ts';
import { createCluster, listClusters, updateCluster } from './clusters.ts';
import { createOrganisation } from './create-organisation.ts';
import { createSystem } from './create-system.ts';
import { addContact, confirmContact, removeContact, setContact } from './keep-contacts.ts';
import { linkSystems, unlinkSystems } from './link-systems.ts';
import { listOrganisations } from './list-organisations.ts';
import { listSystems } from './list-systems.ts';
import { mergeOrganisations } from './merge-organisations.ts';
import { moveOrganisation } from './move-organisation.ts';
import { projectOrganisations } from './project-organisations.ts';
import { projectResponse } from './project-response.ts';
import { projectSystems } from './project-systems.ts';
import { readOrganisation } from './read-organisation.ts';
import { readSystem } from './read-system.ts';
import { renameOrganisation } from './rename-organisation.ts';
import { createResponseTeam, listResponseTeams, updateResponseTeam } from './response-teams.ts';
import { retireSystem } from './retire-system.ts';
import { updateOrganisation } from './update-organisation.ts';
import { updateSystem } from './update-system.ts';

/** Organisations through time, their information systems, response teams and clusters. */
export const registryArea: Area = {
  commands: [
    createOrganisation,
    updateOrganisation,
    renameOrganisation,
    moveOrganisation,
    closeOrganisation,
    mergeOrganisations,
    createSystem,
    updateSystem,
    retireSystem,
    linkSystems,
    unlinkSystems,
    addContact,
    setContact,
    confirmContact,
    removeContact,
    createResponseTeam,
    updateResponseTeam,
    createCluster,
    updateCluster,
  ],
  queries: [listOrganisations, readOrganisation, listSystems, readSystem, listResponseTeams, listClusters],
  projector: { ...projectOrganisations, ...projectSystems, ...projectResponse },
  jobs: {},
};
