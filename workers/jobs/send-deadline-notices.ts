import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { isWorkingDay } from '../../server/core/law/day-facts.ts';
import type { Deadline } from '../../server/core/law/deadline.ts';
import { currentDue } from '../../server/core/law/deadline.ts';
import { noticeHorizon, noticeStage } from '../../server/core/law/notices.ts';
import type { NoticeStage } from '../../server/core/law/notices.ts';
import { withSubstitutes } from '../../server/features/absences/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { findDueCases } from '../../server/features/cases/index.ts';
import { findDueComplaints } from '../../server/features/complaints/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';
import { listed, sendDigests } from '../digest.ts';
import type { Notice } from '../digest.ts';
import type { JobDeps } from '../job-deps.ts';
import { officePeople } from '../office-people.ts';

interface DeadlineNotice extends Notice {
  stage: NoticeStage;
  dueOn: PlainDate;
}
interface Due {
  kind: 'complaint' | 'case';
  id: string;
  number: string;
  areaCode: string;
  officeCode: string;
  /** Whose it is, as far as anybody's. */
  named: readonly string[];
  next: Deadline;
}

/** Complaints first, then cases; page by page, the earliest last day first. */
async function* dueUpTo(upTo: PlainDate): AsyncGenerator<Due> {
  let cursor: string | undefined;
  do {
    const page = await findDueComplaints(upTo, cursor);
    for (const { receiptNumber, ownerId, ...rest } of page.items)
      yield {
        kind: 'complaint',
        number: receiptNumber,
        named: ownerId === undefined ? [] : [ownerId],
        ...rest,
      };
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  do {
    const page = await findDueCases(upTo, cursor);
    for (const { caseNumber, inspectorIds, ...rest } of page.items)
      yield { kind: 'case', number: caseNumber, named: inspectorIds, ...rest };
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function noticeOf({ kind, id, number, next }: Due, stage: NoticeStage): DeadlineNotice {
  const dueOn = currentDue(next);
  const key = `deadline:${kind}:${id}:${next.period}:${next.startedOn}:${dueOn}:${stage}`;
  return { key, stage, dueOn, line: `${number} (${dueOn})` };
}

const countOf = (notices: readonly DeadlineNotice[], stage: NoticeStage): number =>
  notices.filter((notice) => notice.stage === stage).length;

/**
 * Every working morning of an office: whoever is in charge is told of each last day three working days before, one
 * before, on the day and once it has passed, the head of what has passed; one bell item and one mail a person. A
 * stage is told of once, so a second run does nothing; a missed morning is made up with the stage of the day.
 */
export function sendDeadlineNotices({ regionCode }: JobDeps): Job {
  return {
    async run({ today, now, signal }) {
      const ctx = systemCtx('sendDeadlineNotices', { today, now });
      const people = officePeople(ctx);
      const notices = new Map<string, DeadlineNotice[]>();
      for await (const due of dueUpTo(noticeHorizon(today, await loadCalendar(regionCode)))) {
        if (signal.aborted) break;
        const calendar = await loadCalendar(due.officeCode);
        const stage = isWorkingDay(today, calendar)
          ? noticeStage(currentDue(due.next), today, calendar)
          : null;
        if (stage === null) continue;
        const heads = stage === 'overdue' ? await people.inRole(due, 'bureauHead') : [];
        const told = [...(await people.responsible(due, due.named)), ...heads];
        for (const userId of await withSubstitutes(told, today))
          notices.set(userId, [...(notices.get(userId) ?? []), noticeOf(due, stage)]);
      }
      const told = await sendDigests(
        notices,
        {
          template: 'deadlineNotices',
          link: '/',
          data: (fresh) => ({
            overdue: countOf(fresh, 'overdue'),
            today: countOf(fresh, 'today'),
            within1: countOf(fresh, 'within1'),
            within3: countOf(fresh, 'within3'),
            items: listed([...fresh].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))),
          }),
        },
        ctx,
        signal,
      );
      return {
        peopleTold: told.people,
        notices: told.notices.length,
        overdue: countOf(told.notices, 'overdue'),
      };
    },
  };
}
