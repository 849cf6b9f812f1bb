import { fen, fractionOf } from '../../server/core/kit/money.ts';
import type { PayMonth } from '../../server/core/kit/plain-date.ts';
import { addDays, payMonthOf } from '../../server/core/kit/plain-date.ts';
import type { Calendar } from '../../server/core/law/calendar/calendar.ts';
import { agreedPayDay, payDateOn } from '../../server/core/law/pay-date.ts';
import type { LaidLine, LaidPayroll } from '../../server/features/payroll/index.ts';
import { layPayrolls } from '../../server/features/payroll/index.ts';
import type { RosterPerson, TeamRef } from '../../server/features/roster/index.ts';
import { attendedMonths, openEnrolments } from '../../server/features/roster/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { earlier } from '../pay-side/payroll-lines.ts';

const PAY_DAY = 15;

interface Site {
  project: LaidPayroll['project'];
  team: TeamRef;
  employerName: string;
}
type Around = { ctx: Ctx; calendar: Calendar };

/** Every finished month of a team, filed from its attendance: paid on the day, or approved where the day is still to come. */
export async function layMonths(
  site: Site,
  enrolmentIds: readonly string[],
  { ctx, calendar }: Around,
): Promise<number> {
  const people = await openEnrolments(enrolmentIds);
  const attended = await attendedMonths(enrolmentIds);
  const months = new Set([...attended.values()].flatMap((own) => own.map(({ month }) => month)));
  const finished = [...months].filter((month) => month < payMonthOf(ctx.today)).sort();
  const laid = finished.map((payMonth) => {
    const { payOn } = payDateOn(agreedPayDay(payMonth, PAY_DAY, 'next'), calendar);
    const isPaid = payOn <= ctx.today;
    const lines = people.flatMap((person) => {
      const days = daysIn(attended.get(person.enrolmentId), payMonth);
      return days === 0 ? [] : [lineOf(person, days, isPaid ? { payOn } : {})];
    });
    return {
      ...{ ...site, payMonth, payOn, lines, filedOn: earlier(addDays(payOn, -8), ctx.today) },
      state: isPaid ? ('paid' as const) : ('approved' as const),
    };
  });
  await layPayrolls(laid, ctx);
  return laid.reduce((sum, { lines }) => sum + lines.length, 0);
}

const daysIn = (
  months: readonly { month: PayMonth; daysHundredths: number }[] | undefined,
  month: PayMonth,
): number => months?.find((one) => one.month === month)?.daysHundredths ?? 0;

function lineOf(
  person: RosterPerson,
  daysHundredths: number,
  { payOn }: { payOn?: LaidPayroll['filedOn'] },
): LaidLine {
  const grossFen = fractionOf(person.dayRateFen ?? fen(0), daysHundredths, 100, 'halfUp');
  return {
    ...{ person, daysHundredths, attendedHundredths: daysHundredths, grossFen, advanceFen: fen(0) },
    bank:
      payOn === undefined
        ? { state: 'none', attempts: 0 }
        : { state: 'credited', attempts: 1, amountFen: grossFen, on: payOn },
  };
}
