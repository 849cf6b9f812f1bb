import type { PayMonth, PlainDate } from '../../server/core/kit/plain-date.ts';
import {
  addDays,
  addPayMonths,
  diffDays,
  firstDayOf,
  lastDayOf,
  payMonthOf,
} from '../../server/core/kit/plain-date.ts';
import type { Calendar, DayFacts } from '../../server/core/law/calendar/calendar.ts';
import { dayFacts } from '../../server/core/law/day-facts.ts';
import type { NewEnrolment, RecordedMonth } from '../../server/features/roster/index.ts';
import type { Draw } from '../random.ts';
import { drawFrom } from '../random.ts';
import { seedOf } from './people.ts';
import type { PlannedTeam } from './plan.ts';

/** Two of the ghost team stand on the payroll without ever having come. */
export const GHOSTS = [2, 3] as const;
const WHOLE = 100;
const HALF = 50;

/** The months of a team's people up to yesterday: sites work on Saturdays too, and rest on holidays. */
export function monthsOf(
  team: PlannedTeam,
  projectId: string,
  people: readonly (NewEnrolment & { id: string })[],
  { today, calendar }: { today: PlainDate; calendar: Calendar },
): RecordedMonth[] {
  const draw = drawFrom(seedOf(team) + 7);
  const source = seedOf(team) % 3 === 0 ? ('device' as const) : ('workbook' as const);
  const current = payMonthOf(today);
  return people.flatMap((person, at) => {
    if (person.enteredOn === undefined) return [];
    if (team.story === 'ghostWorker' && GHOSTS.some((serial) => serial === at + 1)) return [];
    const months: RecordedMonth[] = [];
    for (let ago = team.from; ago >= team.until; ago -= 1) {
      const month = addPayMonths(current, -ago);
      const columns = daysOf(month, person, { team, today, calendar, draw });
      if (columns.days.some((day) => day !== null))
        months.push({ enrolmentId: person.id, projectId, teamId: team.id, month, source, ...columns });
    }
    return months;
  });
}

interface Around {
  team: PlannedTeam;
  today: PlainDate;
  calendar: Calendar;
  draw: Draw;
}

type SiteDay = { day: PlainDate; working: boolean; why: DayFacts['why'] };
const MONTHS = new WeakMap<Calendar, Map<PayMonth, readonly SiteDay[]>>();

/** The days of a month with what the calendar says of them: a county asks for the same month sixty thousand times. */
function siteDays(month: PayMonth, calendar: Calendar): readonly SiteDay[] {
  const months = MONTHS.get(calendar) ?? new Map<PayMonth, readonly SiteDay[]>();
  MONTHS.set(calendar, months);
  const known = months.get(month);
  if (known !== undefined) return known;
  const first = firstDayOf(month);
  const days = Array.from({ length: diffDays(first, lastDayOf(month)) + 1 }, (_none, at) => {
    const day = addDays(first, at);
    const { working, why } = dayFacts(day, calendar);
    return { day, working, why };
  });
  months.set(month, days);
  return days;
}

function daysOf(
  month: PayMonth,
  { enteredOn, leftOn }: NewEnrolment,
  { team, today, calendar, draw }: Around,
): Pick<RecordedMonth, 'days' | 'hours'> {
  const all = siteDays(month, calendar);
  const days = Array<number | null>(all.length).fill(null);
  const hours = Array<number | null>(all.length).fill(null);
  for (const [at, { day, working, why }] of all.entries()) {
    if (day >= today || enteredOn === undefined || day < enteredOn) continue;
    if (leftOn !== undefined && day > leftOn) continue;
    const lot = draw.between(1, 100);
    if (why === 'holiday' || (!working && lot > 45) || lot > 96) continue;
    days[at] = lot > 92 ? HALF : WHOLE;
    // Long days at a low price a piece: what the minimum wage for the hours is about.
    const long = team.story === 'underMinimum' ? draw.between(1000, 1150) : draw.between(800, 950);
    hours[at] = lot > 92 ? 400 : long - (long % 50);
  }
  return { days, hours };
}
