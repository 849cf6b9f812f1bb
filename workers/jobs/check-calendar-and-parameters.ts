import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { partsOf } from '../../server/core/kit/plain-date.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { findUnsetParameters } from '../../server/features/parameters/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import type { Job } from '../../server/platform/jobs/index.ts';
import { enqueue } from '../../server/platform/outbox/index.ts';
import type { JobDeps } from '../job-deps.ts';

/** From this day the next year's holiday notice is looked for. */
const EXPECTED_FROM = '11-01';

/** The years whose notice should be there by this day: this year's, and from November the next one's. */
export function expectedYears(today: PlainDate): number[] {
  const { year } = partsOf(today);
  return today.slice(5) >= EXPECTED_FROM ? [year, year + 1] : [year];
}

/**
 * Tells every admin, once a month, of a holiday notice that should be entered by now; deadlines in that year stay
 * provisional until it is. Parameters nobody has set are counted: that is a choice to make, not an alarm.
 */
export function checkCalendarAndParameters({ regionCode, findAdmins }: JobDeps): Job {
  return {
    async run({ today, now }) {
      const ctx = systemCtx('checkCalendarAndParameters', { today, now });
      const { years } = await loadCalendar(regionCode);
      const missing = expectedYears(today).filter((year) => !Object.hasOwn(years, year));
      const admins = missing.length === 0 ? [] : await findAdmins();
      for (const year of missing) {
        await inTransaction(async () => {
          for (const userId of admins) {
            const key = `calendarMissing:${year}:${today.slice(0, 7)}:${userId}`;
            await enqueue(
              {
                template: 'calendarMissing',
                to: { userId },
                channel: 'inApp',
                data: { year },
                link: '/settings/calendar',
                key,
              },
              ctx,
            );
          }
        });
      }
      const unset = await findUnsetParameters(regionCode, today);
      return {
        calendarYearsMissing: missing.length,
        adminsTold: admins.length * missing.length,
        parametersUnset: unset.length,
      };
    },
  };
}
