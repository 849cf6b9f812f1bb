import type { WriteProject } from '../../server/core/contract/projects.ts';
import { fen } from '../../server/core/kit/money.ts';
import { addDays, addPayMonths, firstDayOf, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import type { NewEnrolment } from '../../server/features/roster/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { drawnCard } from '../pay-side/people.ts';
import type { PlannedTeam } from '../pay-side/plan.ts';
import { COMPANY, enrolmentIdOf } from '../pay-side/plan.ts';
import { drawFrom, drawnName, nobodysCitizenId } from '../random.ts';

const TEAMS = 8;
/** 8 teams of 25 on 300 sites are 60,000 people. */
const PEOPLE = 25;
const FIRST_SERIAL = 4_000_000;
const TOWNS = ['001', '002', '003', '102', '103', '104', '105', '106', '107', '108'];
const TRADES = ['010', '020', '030', '040', '050', '110', '130', '240'];

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

export const projectIdOf = (number: number): string => `53260100000000000b1${hex(number, 5)}`;

/** The teams of a site, in their order. */
export const teamsOfSite = (number: number, months: number): BigTeam[] =>
  Array.from({ length: TEAMS }, (_none, at) => teamOf(number, at, months));

/** Its place among all teams makes its people's numbers. */
export interface BigTeam extends PlannedTeam {
  order: number;
}

/** A site of the town whose turn it is, begun with the first month. */
export function siteOf(number: number, months: number, ctx: Ctx): WriteProject {
  const town = TOWNS[number % TOWNS.length] ?? '001';
  return {
    name: `生成项目 ${String(number + 1).padStart(4, '0')} 号`,
    areaCode: `${DEMO_AREA}${town}`,
    site: `生成地址 ${String(number + 1)} 号`,
    investmentType: number % 3 === 0 ? 'GOVERNMENT' : 'PRIVATE',
    industryDepartment: 'housing',
    parties: [
      { role: 'projectOwner', companyId: COMPANY.owner },
      { role: 'generalContractor', companyId: COMPANY.group },
      { role: 'labourSubcontractor', companyId: COMPANY.labour },
    ],
    state: 'building',
    startedOn: addDays(firstDayOf(addPayMonths(payMonthOf(ctx.today), -months)), 1),
  };
}

function teamOf(number: number, at: number, months: number): BigTeam {
  return {
    order: number * TEAMS + at,
    id: `532601000000000${hex(number, 5)}${hex(0xb00 + at, 4)}`,
    employer: 'labour',
    name: `${String(at + 1)} 班`,
    leader: drawnName(drawFrom(number * TEAMS + at)),
    workType: TRADES[at] ?? '390',
    payKind: 'TIME_RATE',
    rateFen: 26_000 + at * 1000,
    people: PEOPLE,
    story: 'clean',
    from: months,
    until: 0,
  };
}

/** The people of a team, with fixed ids: the first leads it. */
export function peopleOf(team: BigTeam, ctx: Ctx): (NewEnrolment & { id: string })[] {
  const { order } = team;
  const draw = drawFrom(FIRST_SERIAL + order);
  const start = firstDayOf(addPayMonths(payMonthOf(ctx.today), -team.from));
  return Array.from({ length: team.people }, (_none, at) => {
    const serial = FIRST_SERIAL + order * PEOPLE + at;
    return {
      id: enrolmentIdOf(team.id, order * PEOPLE + at + 1),
      name: drawnName(draw),
      citizenId: nobodysCitizenId(serial),
      phone: `17${String(serial).padStart(9, '0')}`,
      bankCard: drawnCard(serial),
      bankName: '中国农业银行文山支行',
      workType: team.workType,
      workRole: 'BUILDER',
      isTeamLeader: at === 0,
      payKind: 'TIME_RATE',
      dayRateFen: fen(team.rateFen),
      contract: { kind: 'labourContract', signedOn: start, from: start },
      safetyTrainedOn: start,
      enteredOn: start,
    };
  });
}
