import { withCheckDigit } from '../../server/core/kit/receipt-number.ts';
import {
  addPayMonths,
  firstDayOf,
  lastDayOf,
  nextPayMonth,
  payMonthOf,
} from '../../server/core/kit/plain-date.ts';
import { agreedPayDay, payDateOn } from '../../server/core/law/pay-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { createCompany } from '../../server/features/companies/index.ts';
import { layPayrolls } from '../../server/features/payroll/index.ts';
import { createProject, findProjectRef } from '../../server/features/projects/index.ts';
import { drawRetentionLists } from '../../server/features/retention/index.ts';
import {
  createTeam,
  enrolMany,
  findTeam,
  openEnrolments,
  recordMonths,
} from '../../server/features/roster/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { monthsOf } from '../pay-side/months.ts';
import { onDay } from '../pay-side/on-day.ts';
import { lineOf } from '../pay-side/payroll-lines.ts';
import { monthStory } from '../pay-side/payroll-stories.ts';
import { peopleOf } from '../pay-side/people.ts';
import { OLD_COMPANY, OLD_PAY_DAY, OLD_SITE, OLD_TEAM } from './old-site.ts';

/**
 * Works that were finished and paid long ago, so that there is something whose time by law is over, and the list of it
 * for the head of the bureau to decide on. Once its records are deleted they are not laid again.
 */
export async function seedRetention(ctx: Ctx): Promise<number> {
  if ((await findProjectRef(OLD_SITE.id)) !== null) return 0;
  await inTransaction(() => layOldSite(ctx));
  return (await drawRetentionLists(ctx)).records;
}

async function layOldSite({ today }: Ctx): Promise<void> {
  const calendar = await loadCalendar(DEMO_AREA);
  const month = addPayMonths(payMonthOf(today), -OLD_TEAM.from);
  const [start, end] = [onDay(firstDayOf(month)), onDay(lastDayOf(nextPayMonth(month)))];
  const { id: companyId, ...company } = OLD_COMPANY;
  await createCompany(company, start, companyId);
  const parties = (['projectOwner', 'generalContractor'] as const).map((role) => ({ role, companyId }));
  const { id, serial, ...site } = OLD_SITE;
  const fixed = { id, code: withCheckDigit(serial) };
  await createProject({ ...site, parties, state: 'finished', startedOn: start.today }, end, fixed);

  const { name, leader: leaderName } = OLD_TEAM;
  const opened = { employerId: companyId, name, leaderName, enteredOn: start.today };
  await createTeam(id, { ...opened, leftOn: lastDayOf(month) }, start, OLD_TEAM.id);
  const team = await findTeam(OLD_TEAM.id);
  if (team === null) throw new Error('a team was just opened');
  const people = peopleOf(OLD_TEAM, today);
  await enrolMany(team, people, start);
  const attended = monthsOf(OLD_TEAM, id, people, { today, calendar });
  await recordMonths(attended);

  const { payOn } = payDateOn(agreedPayDay(month, OLD_PAY_DAY, 'next'), calendar);
  const story = monthStory(OLD_TEAM.story, 1);
  const there = await openEnrolments(people.map((person) => person.id));
  const lines = there.map((person, at) => {
    const days = attended.find(({ enrolmentId }) => enrolmentId === person.enrolmentId)?.days ?? [];
    const worked = days.reduce<number>((sum, day) => sum + (day ?? 0), 0);
    const about = { serial: at + 1, people: there.length, days: worked, story, payOn };
    return lineOf(person, { ...about, team: OLD_TEAM, today });
  });
  const payroll = { project: { id, name: site.name }, team, employerName: company.name, payMonth: month };
  await layPayrolls([{ ...payroll, payOn, filedOn: payOn, state: story.state, lines }], end);
}
