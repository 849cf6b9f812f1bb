import { sumFen } from '../../core/kit/money.ts';
import { addMonths, payMonthOf } from '../../core/kit/plain-date.ts';
import { payFacts } from '../../core/pay/checklist-pay.ts';
import type { Ctx } from '../../platform/context.ts';
import { sheetsOf } from '../payroll/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { attendedTeams } from '../roster/index.ts';
import type { LaterFacts } from '../safeguards/index.ts';
import { registerChecklistFacts } from '../safeguards/index.ts';
import { monthsBetween } from './months-between.ts';
import { payDaysOf } from './pay-days.ts';

/** How far back an inspection looks: one year. */
const MONTHS = 12;

/** How wages and direct pay of a project stand, month by month of the last year. */
async function checklistFacts(projectId: string, { today }: Pick<Ctx, 'today'>): Promise<LaterFacts> {
  const project = await findProjectRef(projectId);
  if (project === null) return {};
  const [from, to] = [payMonthOf(addMonths(today, -MONTHS)), payMonthOf(today)];
  const months = monthsBetween(from, to);
  const [sheets, attended, payDays] = await Promise.all([
    sheetsOf(project.id, from, to),
    attendedTeams(project.id, from, to),
    payDaysOf(project, months),
  ]);
  const known = months.map((month) => {
    const own = sheets.filter(({ payMonth }) => payMonth === month);
    const filed = new Set(own.map(({ teamId }) => teamId));
    const worked = attended.filter((one) => one.month === month).map(({ teamId }) => teamId);
    const payOn = payDays.get(month);
    return {
      month,
      ...(payOn === undefined ? {} : { payOn }),
      teams: { expected: new Set([...filed, ...worked]).size, filed: filed.size },
      netFen: sumFen(own.map(({ netFen }) => netFen)),
      sentFen: sumFen(own.map(({ money }) => money.sentFen)),
      shortFen: sumFen(own.map(({ money }) => money.shortFen)),
    };
  });
  return payFacts(known, today);
}

registerChecklistFacts(checklistFacts);
