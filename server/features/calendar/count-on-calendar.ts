import type { CountView } from '../../core/contract/areas.ts';
import type { CountedLength } from '../../core/law/count-period.ts';
import { countPeriod } from '../../core/law/count-period.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CountQuery } from './calendar.schemas.ts';
import { loadCalendar } from './load-calendar.ts';

/** '60wd', '30cd', '3mo', '2y' as a length; the shape at the door has checked the form. */
export function lengthFrom(text: string): CountedLength {
  const amount = Number.parseInt(text, 10);
  const unit = text.replace(/^\d+/, '');
  if (unit === 'wd') return { workingDays: amount };
  if (unit === 'cd') return { calendarDays: amount };
  return unit === 'mo' ? { months: amount } : { years: amount };
}

/**
 * On which day does a period of this length end in this area, and which days were passed over or made up?
 * @law CAL-6
 */
export async function countOnCalendar(query: CountQuery, ctx: Ctx): Promise<CountView> {
  const calendar = await loadCalendar(query.areaCode ?? ctx.grants[0]?.areaCode ?? '');
  const length = lengthFrom(query.length);
  // Working days end on a working day by themselves; limits for acting roll forward unless asked otherwise (CAL-7).
  const roll = query.roll ?? ('workingDays' in length ? 'none' : 'forward');
  const { dueOn, skipped, madeUp, provisional, missingYears } = countPeriod({
    from: query.from,
    length,
    roll,
    calendar,
  });
  return { dueOn, skipped: [...skipped], madeUp: [...madeUp], provisional, missingYears: [...missingYears] };
}
