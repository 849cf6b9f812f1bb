import './roster-setup.ts';

export { attendanceOf, attendanceTotals, attendedMonths } from './attendance-of.ts';
export type { Attended, AttendedTotals } from './attendance-of.ts';
export { attendedTeams } from './attended-teams.ts';
export type { AttendedTeam } from './attended-teams.ts';
export { coverageOf } from './coverage.ts';
export { elsewhereIn, enrolmentsOfPhone, enrolmentsOfWorkers, findEnrolments } from './enrolment-refs.ts';
export type { Elsewhere, EnrolmentRef } from './enrolment-refs.ts';
export { findRoster, findRosterIndexed, openEnrolments } from './find-roster.ts';
export type { IndexedPerson, RosterPerson, RosterScope } from './find-roster.ts';
export { enterSite, leaveSite, settleEnrolment } from './move-enrolment.ts';
export { ROSTER_PERMISSIONS } from './roster.permissions.ts';
export { rosterRoutes } from './roster.routes.ts';
export { findTeam, teamsOf } from './team-refs.ts';
export type { TeamRef } from './team-refs.ts';
export { enrolPerson, editEnrolment } from './write-enrolment.ts';
export { createTeam } from './write-team.ts';
