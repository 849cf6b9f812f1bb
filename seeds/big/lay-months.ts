import { fen, fractionOf } from '../../server/core/kit/money.ts';
import type { PayMonth } from '../../server/core/kit/plain-date.ts';
import { addDays, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { agreedPayDay, payDateOn } from '../../server/core/law/pay-date.ts';
import type { LaidLine, LaidPayroll } from '../../server/features/payroll/index.ts';
import { layPayrolls } from '../../server/features/payroll/index.ts';
import type { RecordedTotal, RosterPerson, TeamRef } from '../../server/features/roster/index.ts';
import { openEnrolments } from '../../server/features/roster/index.ts';
import { earlier } from '../pay-side/payroll-lines.ts';
import type { Around } from './lay-project.ts';

const PAY_DAY = 15;

/** Every finished month of these teams, filed from their attendance: paid on the day, or approved where the day is still to come. */
export async function layMonths(
  project: LaidPayroll['project'],
  teams: readonly TeamRef[],
  attended: readonly RecordedTotal[],
  around: Around,
): Promise<number> {
  const ids = [...new Set(attended.map(({ enrolmentId }) => enrolmentId))];
  const people = new Map((await openEnrolments(ids)).map((person) => [person.enrolmentId, person]));
  const months = new Map<string, Map<PayMonth, Worked[]>>(teams.map(({ id }) => [id, new Map()]));
  for (const { enrolmentId, month, daysHundredths } of attended) {
    const person = people.get(enrolmentId);
    const ofTeam = person === undefined ? undefined : months.get(person.teamId);
    if (person === undefined || ofTeam === undefined || daysHundredths === 0) continue;
    if (month >= payMonthOf(around.ctx.today)) continue;
    const worked = ofTeam.get(month) ?? [];
    worked.push({ person, daysHundredths });
    ofTeam.set(month, worked);
  }
  const laid = teams.flatMap((team) =>
    [...(months.get(team.id) ?? [])]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([payMonth, worked]) => sheetOf({ project, team, payMonth }, worked, around)),
  );
  await layPayrolls(laid, around.ctx);
  return laid.reduce((sum, { lines }) => sum + lines.length, 0);
}

interface Worked {
  person: RosterPerson;
  daysHundredths: number;
}

function sheetOf(
  whose: Pick<LaidPayroll, 'project' | 'team' | 'payMonth'>,
  worked: readonly Worked[],
  { ctx, calendar, employerName }: Around,
): LaidPayroll {
  const { payOn } = payDateOn(agreedPayDay(whose.payMonth, PAY_DAY, 'next'), calendar);
  const isPaid = payOn <= ctx.today;
  return {
    ...{ ...whose, employerName, payOn, filedOn: earlier(addDays(payOn, -8), ctx.today) },
    lines: worked.map((one) => lineOf(one, isPaid ? { payOn } : {})),
    state: isPaid ? 'paid' : 'approved',
  };
}

function lineOf({ person, daysHundredths }: Worked, { payOn }: { payOn?: LaidPayroll['filedOn'] }): LaidLine {
  const grossFen = fractionOf(person.dayRateFen ?? fen(0), daysHundredths, 100, 'halfUp');
  return {
    ...{ person, daysHundredths, attendedHundredths: daysHundredths, grossFen, advanceFen: fen(0) },
    bank:
      payOn === undefined
        ? { state: 'none', attempts: 0 }
        : { state: 'credited', attempts: 1, amountFen: grossFen, on: payOn },
  };
}
