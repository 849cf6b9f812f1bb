import { COMPANY } from '../pay-side/plan.ts';
import type { PlannedTeam } from '../pay-side/plan.ts';

/** A firm of its own: what is on record of firms under a complaint is not deleted. */
export const OLD_COMPANY = {
  id: COMPANY.bridges,
  name: '文山演示桥梁养护有限公司',
  creditCode: '91532601MA6KP0016N',
  areaCode: '532601',
  address: '文山市追栗街镇老街 3 号',
  legalRepresentative: '龙永固',
};

export const OLD_SITE = {
  id: '5326010000000000000000df',
  serial: '532601113',
  name: '演示项目：盘龙河老石桥加固（已完工）',
  areaCode: '532601001',
  site: '开化街道老石桥',
  investmentType: 'GOVERNMENT',
  industryDepartment: 'transport',
} as const;

/** Wages are paid on this day of the month after. */
export const OLD_PAY_DAY = 15;

/** Three people for one month, five years ago. */
export const OLD_TEAM: PlannedTeam = {
  id: '53260100000000000000dfa1',
  employer: 'bridges',
  name: '砌石班',
  leader: '龙石根',
  workType: '010',
  payKind: 'TIME_RATE',
  rateFen: 20_000,
  people: 3,
  story: 'clean',
  from: 60,
  until: 60,
  filedUntil: 60,
};
