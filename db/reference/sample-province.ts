import findingData from './sample/findings.json' with { type: 'json' };
import historyData from './sample/history.json' with { type: 'json' };
import judgeData from './sample/judge-reasons.json' with { type: 'json' };
import organisationData from './sample/organisations.json' with { type: 'json' };
import peopleData from './sample/people.json' with { type: 'json' };
import responseData from './sample/response-teams.json' with { type: 'json' };
import systemData from './sample/systems.json' with { type: 'json' };
import teamData from './sample/teams.json' with { type: 'json' };
import ticketData from './sample/tickets.json' with { type: 'json' };
import type {
  SampleCluster,
  SampleFinding,
  SampleHistory,
  SampleJudgeReasons,
  SampleOrganisation,
  SamplePerson,
  SampleResponseTeam,
  SampleSystem,
  SampleTeam,
  SampleTicket,
} from './sample/types.ts';

export type * from './sample/types.ts';
export {
  expandSample,
  type ExpandedSample,
  type SampleAccount,
  type SamplePortal,
  type SampleSize,
} from './sample/expand.ts';

/** Vĩnh Long (mẫu): agencies and systems named as in real reports; people, domains and addresses invented. */
export const sampleOrganisations = organisationData as readonly SampleOrganisation[];
export const sampleClusters = responseData.clusters as readonly SampleCluster[];
export const sampleResponseTeams = responseData.responseTeams as readonly SampleResponseTeam[];
export const sampleSystems = systemData as readonly SampleSystem[];
export const samplePeople = peopleData as readonly SamplePerson[];
export const sampleTeams = teamData as readonly SampleTeam[];
export const sampleHistory = historyData as SampleHistory;
/** Inert texts for the simulators: no working attack, no payload. */
export const sampleFindings = findingData as readonly SampleFinding[];
export const sampleTickets = ticketData as readonly SampleTicket[];
export const sampleJudgeReasons = judgeData as SampleJudgeReasons;
