import { isWorkingDay } from '../../server/core/law/day-facts.ts';
import { isSilentSince, noticeHorizon, SILENCE } from '../../server/core/law/notices.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { findDueComplaints, remindSupplements } from '../../server/features/complaints/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Ctx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';
import type { Notice } from '../digest.ts';
import { listed, sendDigests } from '../digest.ts';
import type { JobDeps } from '../job-deps.ts';
import { officePeople } from '../office-people.ts';

/**
 * Two silences, by our own targets: a complaint the office has left untouched is told to its desk and its head, once;
 * a question the complainant has left unanswered is put to him once more.
 */
export function remindSilentComplaints({ regionCode }: JobDeps): Job {
  return {
    async run({ today, now, signal }) {
      const ctx = systemCtx('remindSilentComplaints', { today, now });
      const untouched = await findUntouched(regionCode, ctx);
      const told = await sendDigests(
        untouched,
        {
          template: 'untouchedComplaints',
          link: '/complaints',
          data: (fresh) => ({ count: fresh.length, days: SILENCE.untouched, items: listed(fresh) }),
        },
        ctx,
        signal,
      );
      const complainantsReminded = signal.aborted ? 0 : await remindSupplements(ctx);
      const complaints = new Set(told.notices.map(({ key }) => key)).size;
      return { untouched: complaints, peopleTold: told.people, complainantsReminded };
    },
  };
}

/** By person: the complaints of his office that nobody has decided anything about for days. */
async function findUntouched(regionCode: string, ctx: Ctx): Promise<Map<string, Notice[]>> {
  const people = officePeople(ctx);
  const found = new Map<string, Notice[]>();
  const horizon = noticeHorizon(ctx.today, await loadCalendar(regionCode));
  let cursor: string | undefined;
  do {
    // The acceptance period of one that was left so long ends within the horizon.
    const page = await findDueComplaints(horizon, cursor);
    for (const complaint of page.items) {
      if (!complaint.undecided) continue;
      const { startedOn } = complaint.next;
      const calendar = await loadCalendar(complaint.officeCode);
      if (!isWorkingDay(ctx.today, calendar)) continue;
      if (!isSilentSince(startedOn, 'untouched', ctx.today, calendar)) continue;
      const key = `untouched:${complaint.id}:${startedOn}`;
      const line = `${complaint.receiptNumber} (${startedOn})`;
      const desk = await people.responsible(complaint, []);
      const heads = await people.inRole(complaint, 'bureauHead');
      for (const userId of new Set([...desk, ...heads]))
        found.set(userId, [...(found.get(userId) ?? []), { key, line }]);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
