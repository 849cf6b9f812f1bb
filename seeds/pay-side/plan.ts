import type { WriteProject } from '../../server/core/contract/projects.ts';
import type { PayKind } from '../../server/core/contract/roster.ts';
import type { CompanyKey } from './plan-companies.ts';
import { PLANNED_PROJECTS } from './plan-projects.ts';

export { COMPANY, PAY_SIDE_COMPANIES } from './plan-companies.ts';
export type { CompanyKey } from './plan-companies.ts';
export { PLANNED_PROJECTS };

/**
 * What a team's months show. The roster and attendance side of it is laid by seed-roster.ts, the payroll, bank and
 * answer side by whoever files the months.
 */
export const TEAM_STORIES = {
  clean: '每月按时足额，人人回复“对” / paid in full and on time, everybody answers right',
  late: '三个月迟发 / three months credited after the agreed day',
  partPaid: '最近两个月只发了一部分 / the last two months paid in part',
  ghostWorker: '工资表上有两人没有考勤 / two people of the payroll have no attendance',
  cardCollected: '五个人登记同一张卡（班组长的） / five people on the foreman’s card',
  underMinimum: '按件计酬，月工时折算低于最低工资 / piece rate below the minimum wage for the hours',
  disputed: '工人回答“少了”“没收到”“不是我” / workers answer less, nothing, not me',
  finishedWithArrears: '完工，最后三个月没有发 / works finished, the last three months unpaid',
  bounced: '银行退回：两人卡号有误，改后补发 / two cards bounced, corrected, paid again',
  labourCostMissing: '建设单位两个月未拨人工费用 / labour cost not received for two months',
  notFiled: '三个月没有报工资表 / three months without a payroll',
  gateClosed: '三人未签合同，未准进场 / three people wait at the gate without a contract',
  twoSites: '两人同时登记在另一工地 / two people are on another site as well',
  leftUnsettled: '退场的四人未结清 / four people left and were not settled',
  toFile: '上月工资表待报 / last month waits to be filed',
} as const;
export type TeamStory = keyof typeof TEAM_STORIES;

/** A month is counted back from the current one: 0 is this month, 1 the month before. */
export interface PlannedTeam {
  /** 24 hex digits; people of it: `enrolmentIdOf(team.id, serial)`. */
  id: string;
  employer: CompanyKey;
  name: string;
  leader: string;
  workType: string;
  payKind: PayKind;
  /** For a day or for a piece. */
  rateFen: number;
  pieceUnit?: string;
  people: number;
  story: TeamStory;
  /** First and last month with people on site. */
  from: number;
  until: number;
  /** The newest month whose payroll is filed; absent: none ever. */
  filedUntil?: number;
}

export interface PlannedProject {
  id: string;
  code: string;
  name: string;
  areaCode: string;
  site: string;
  investmentType: NonNullable<WriteProject['investmentType']>;
  industryDepartment: string;
  owner: CompanyKey;
  generalContractor: CompanyKey;
  subcontractors: readonly CompanyKey[];
  supervision?: CompanyKey;
  state: WriteProject['state'];
  /** Months ago the works began; of the four of the registry the day stands there. */
  startedMonthsAgo: number;
  finishedMonthsAgo?: number;
  /** Already in the registry: only teams and people are added. */
  isInRegistry?: true;
  /** For the papers of the project: what was agreed. */
  contractFen: number;
  labourShareBasisPoints: number;
  /** The day of the next month on which wages are paid. */
  payDay: number;
  teams: readonly PlannedTeam[];
}

/** The team's person with this serial number, from 1. */
export const enrolmentIdOf = (teamId: string, serial: number): string =>
  `532601000000${teamId.slice(-4)}${serial.toString(16).padStart(8, '0')}`;

export interface StoryPlace {
  project: PlannedProject;
  team: PlannedTeam;
}

/** Every team that tells this story. */
export const teamsTelling = (story: TeamStory): StoryPlace[] =>
  PLANNED_PROJECTS.flatMap((project) =>
    project.teams.filter((team) => team.story === story).map((team) => ({ project, team })),
  );
