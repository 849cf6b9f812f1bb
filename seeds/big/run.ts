import type { WriteProject } from '../../server/core/contract/projects.ts';
import { fen } from '../../server/core/kit/money.ts';
import { addDays, addPayMonths, firstDayOf, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { findCompanyRef } from '../../server/features/companies/index.ts';
import { createProject, findProjectRef } from '../../server/features/projects/index.ts';
import type { NewEnrolment } from '../../server/features/roster/index.ts';
import { createTeam, enrolMany, findTeam, recordMonths } from '../../server/features/roster/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { monthsOf } from '../pay-side/months.ts';
import { drawnCard } from '../pay-side/people.ts';
import type { PlannedTeam } from '../pay-side/plan.ts';
import { COMPANY, enrolmentIdOf } from '../pay-side/plan.ts';
import { seedRoster } from '../pay-side/seed-roster.ts';
import { drawFrom, drawnName, nobodysCitizenId } from '../random.ts';
import { layMonths } from './lay-months.ts';

export interface BigPlan {
  projects: number;
  months: number;
}

const TEAMS = 8;
/** 8 teams of 25 on 300 sites are 60,000 people. */
const PEOPLE = 25;
const FIRST_SERIAL = 4_000_000;
const TOWNS = ['001', '002', '003', '102', '103', '104', '105', '106', '107', '108'];
const TRADES = ['010', '020', '030', '040', '050', '110', '130', '240'];

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** A county of generated sites, teams, people, attendance and payrolls for benches; what is there is left as it is. */
export async function seedBig({ projects, months }: BigPlan, ctx: Ctx): Promise<Record<string, number>> {
  await seedRoster(ctx);
  const calendar = await loadCalendar(DEMO_AREA);
  const made = { projects: 0, teams: 0, people: 0, months: 0, lines: 0 };
  const employerName = (await findCompanyRef(COMPANY.labour))?.name ?? '';
  for (let number = 0; number < projects; number += 1) {
    const projectId = `53260100000000000b1${hex(number, 5)}`;
    if ((await findProjectRef(projectId)) === null) {
      await createProject(siteOf(number, months, ctx), ctx, { id: projectId });
      made.projects += 1;
    }
    for (let at = 0; at < TEAMS; at += 1) {
      const team = teamOf(number, at, months);
      if ((await findTeam(team.id)) !== null) continue;
      await inTransaction(async () => {
        const enteredOn = firstDayOf(addPayMonths(payMonthOf(ctx.today), -months));
        const opened = { employerId: COMPANY.labour, name: team.name, leaderName: team.leader, enteredOn };
        await createTeam(projectId, opened, ctx, team.id);
        const ref = await findTeam(team.id);
        if (ref === null) throw new Error('a team was just opened');
        const people = peopleOf(team, number * TEAMS + at, ctx);
        await enrolMany(ref, people, ctx);
        const attended = monthsOf(team, projectId, people, { today: ctx.today, calendar });
        await recordMonths(attended);
        const project = { id: projectId, name: siteOf(number, months, ctx).name };
        const ids = people.map(({ id }) => id);
        made.lines += await layMonths({ project, team: ref, employerName }, ids, { ctx, calendar });
        made.people += people.length;
        made.months += attended.length;
      });
      made.teams += 1;
    }
  }
  return made;
}

function siteOf(number: number, months: number, ctx: Ctx): WriteProject {
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

function teamOf(number: number, at: number, months: number): PlannedTeam {
  return {
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

function peopleOf(team: PlannedTeam, order: number, ctx: Ctx): (NewEnrolment & { id: string })[] {
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
