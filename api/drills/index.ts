import type { Area } from '../kernel/area.ts';
import { announceInDrill, withdrawDrillAnnouncement } from './announcements.ts';
import { approveDrill } from './approve-drill.ts';
import { createBoardCode, readBoardCode } from './board-code.ts';
import { createDrill } from './create-drill.ts';
import { overrideGateItem, recordGateItem, withdrawGateItem } from './gate-commands.ts';
import { inviteMember } from './invite-member.ts';
import { joinTeam } from './join-team.ts';
import {
  endDrill,
  extendDrill,
  openDrillJudging,
  pauseDrill,
  prepareDrill,
  resumeDrill,
  startDrill,
  undoDrillExtension,
} from './life-commands.ts';
import { listDrills } from './list-drills.ts';
import { listPeople, listTeams } from './list-teams.ts';
import { pasteMembers } from './paste-members.ts';
import { projectDrills } from './project.ts';
import { readDrillView } from './read-drill.ts';
import { readGate } from './read-gate.ts';
import { readDrillScenario } from './read-scenario.ts';
import { giveDrillSeat, takeDrillSeatAway } from './seats.ts';
import { setRules } from './set-rules.ts';
import { addDrillTarget, removeDrillTarget } from './targets.ts';
import { listTeamInvitations, revokeTeamInvitation } from './team-invitations.ts';
import { acceptDrillRules, createTeam, setTeamAddresses, signDrillPledge, updateTeam } from './team-commands.ts';
import { runCheckpoint, runTick } from './tick.ts';
import { deliverInject, recallInject, restoreInject, shiftInjects, skipInject } from './run-sheet.ts';
import { updateDrill } from './update-drill.ts';

/** Planning and running a drill: plan, start gate, teams, clock. */
export const drillsArea: Area = {
  commands: [
    createDrill,
    updateDrill,
    setRules,
    approveDrill,
    prepareDrill,
    startDrill,
    pauseDrill,
    resumeDrill,
    extendDrill,
    undoDrillExtension,
    endDrill,
    openDrillJudging,
    announceInDrill,
    withdrawDrillAnnouncement,
    deliverInject,
    recallInject,
    skipInject,
    restoreInject,
    shiftInjects,
    addDrillTarget,
    removeDrillTarget,
    createBoardCode,
    recordGateItem,
    withdrawGateItem,
    overrideGateItem,
    createTeam,
    updateTeam,
    setTeamAddresses,
    inviteMember,
    revokeTeamInvitation,
    joinTeam,
    pasteMembers,
    giveDrillSeat,
    takeDrillSeatAway,
    acceptDrillRules,
    signDrillPledge,
  ],
  queries: [
    listDrills,
    readDrillView,
    readDrillScenario,
    readGate,
    listTeams,
    listPeople,
    listTeamInvitations,
    readBoardCode,
  ],
  projector: projectDrills,
  jobs: { 'drill.tick': runTick, checkpoint: runCheckpoint },
};
