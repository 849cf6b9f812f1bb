import './fill-sites.model.ts';
import './roster-setup.ts';

export { attendanceOf, attendanceTotals, attendedMonths } from './attendance-of.ts';
export type { Attended, AttendedTotals } from './attendance-of.ts';
export { attendedPeople } from './attended-people.ts';
export type { AttendedPerson } from './attended-people.ts';
export { attendedTeams } from './attended-teams.ts';
export type { AttendedTeam } from './attended-teams.ts';
export { coverageOf } from './coverage.ts';
export { elsewhereIn, enrolmentsOfPhone, enrolmentsOfWorkers, findEnrolments } from './enrolment-refs.ts';
export type { Elsewhere, EnrolmentRef } from './enrolment-refs.ts';
export { findPhones, findRoster, openEnrolments, rosterPortions } from './find-roster.ts';
export type { IndexedPerson, RosterPerson, RosterScope } from './find-roster.ts';
export { enrolMany, enrolTeams } from './enrol-many.ts';
export type { Enrolled, NewEnrolment, PeopleOfTeam } from './enrol-many.ts';
export { checkPerson } from './check-person.ts';
export { handOverPeople, standingIn, takeOverDays, takeOverTeam } from './hand-over.ts';
export type { HandedPerson, StandingPerson, TakenDay } from './hand-over.ts';
export { siteRecords } from './site-records.ts';
export type { MarkedEnrolment, MonthOfWork } from './people-by-marks.ts';
export { enrolmentsByMarks, workOfMonths } from './people-by-marks.ts';
export { recordMonths } from './record-months.ts';
export type { RecordedMonth, RecordedTotal } from './record-months.ts';
export { enterSite, leaveSite, settleEnrolment } from './move-enrolment.ts';
export { ROSTER_PERMISSIONS } from './roster.permissions.ts';
export { rosterRoutes } from './roster.routes.ts';
export {
  countPunchBatches,
  keptLabour,
  purgeAttendance,
  purgeEnrolments,
  purgePunchBatches,
} from './kept-labour.ts';
export type { KeptLabour, Purged } from './kept-labour.ts';
export { takePunches } from './take-punches.ts';
export { isOnSiteIn, siteFactsOf } from './site-facts.ts';
export type { SiteRecord } from './site-facts.model.ts';
export { findTeamMonths } from './team-month.model.ts';
export type { TeamMonthRecord } from './team-month.model.ts';
export { findTeam, teamsOf, teamsOfProjects } from './team-refs.ts';
export type { TeamRef } from './team-refs.ts';
export { enrolPerson, editEnrolment } from './write-enrolment.ts';
export { createTeam, createTeams } from './write-team.ts';
