import { nextSpringFestival } from '../alerts/spring-festival.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addYears, dayFromParts, partsOf } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';

/** The days of a winter campaign: what is owed on public works is cleared by one, everything else by the other. */
export interface CampaignWindow {
  startsOn: PlainDate;
  publicBy: PlainDate;
  othersBy: PlainDate;
}

/** As the campaigns of past winters had it: from 1 November, public works by the year's end. A notice may say else. */
const STARTS = { month: 11, day: 1 } as const;
const PUBLIC_BY = { month: 12, day: 31 } as const;
/** Winter and what comes after it: a campaign is no permanent state. */
const LONGEST_YEARS = 1;

/**
 * What is proposed for the winter before the next Spring Festival; whoever opens the campaign writes the days of the
 * notice. Undefined past the years whose festival is known.
 * @example usualWindow('2026-11-22', calendar) // 2026-11-01, 2026-12-31, 2027-02-06
 * @law CMP-1 @law CMP-2
 */
export function usualWindow(today: PlainDate, calendar: Calendar): CampaignWindow | undefined {
  const festival = nextSpringFestival(today, calendar);
  if (festival === undefined) return undefined;
  const year = partsOf(festival.on).year - 1;
  return {
    startsOn: dayFromParts(year, STARTS.month, STARTS.day),
    publicBy: dayFromParts(year, PUBLIC_BY.month, PUBLIC_BY.day),
    othersBy: festival.on,
  };
}

/** Are these days in order, and no longer than a campaign may be? */
export const isInOrder = ({ startsOn, publicBy, othersBy }: CampaignWindow): boolean =>
  startsOn < publicBy && publicBy <= othersBy && othersBy <= addYears(startsOn, LONGEST_YEARS);
