import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { isWorkingDay } from '../../server/core/law/day-facts.ts';
import { currentDue } from '../../server/core/law/deadline.ts';
import { noticeHorizon, noticeStage } from '../../server/core/law/notices.ts';
import type { NoticeStage } from '../../server/core/law/notices.ts';
import { withSubstitutes } from '../../server/features/absences/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { liaisonsOf } from '../../server/features/coordination/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';
import { listed, sendDigests } from '../digest.ts';
import type { Notice } from '../digest.ts';
import { dueUpTo } from '../due-sources.ts';
import type { Due } from '../due-sources.ts';
import type { JobDeps } from '../job-deps.ts';
import { officePeople } from '../office-people.ts';

interface DeadlineNotice extends Notice {
  stage: NoticeStage;
  dueOn: PlainDate;
}

function noticeOf({ kind, id, called, next }: Due, stage: NoticeStage): DeadlineNotice {
  const dueOn = currentDue(next);
  const key = `deadline:${kind}:${id}:${next.period}:${next.startedOn}:${dueOn}:${stage}`;
  return { key, stage, dueOn, line: `${called} (${dueOn})` };
}

const countOf = (notices: readonly DeadlineNotice[], stage: NoticeStage): number =>
  notices.filter((notice) => notice.stage === stage).length;

/** Who hears of it: its office and, once it is late, the head; or the department it was sent to and then the sender. */
function toldOf(people: ReturnType<typeof officePeople>, ctx: Ctx) {
  const liaisons = new Map<string, Promise<string[]>>();
  return async (due: Due, stage: NoticeStage): Promise<string[]> => {
    const { areaCode, sentTo, named, forRole } = due;
    const isLate = stage === 'overdue';
    if (sentTo === undefined) {
      const heads = isLate ? await people.inRole(due, 'bureauHead') : [];
      const theirs = forRole === undefined ? people.responsible(due, named) : people.inRole(due, forRole);
      return [...new Set([...(await theirs), ...heads])];
    }
    const { departmentCode } = sentTo;
    if (departmentCode === undefined) return [...named];
    const key = `${departmentCode}:${areaCode}`;
    const asked = liaisons.get(key) ?? liaisonsOf({ areaCode, departmentCode }, ctx);
    liaisons.set(key, asked);
    return [...(await asked), ...(isLate ? named : [])];
  };
}

/**
 * Every working morning of an office: whoever is in charge is told of each last day three working days before, one
 * before, on the day and once it has passed; of what has passed the head too, or whoever sent it to a department. One
 * bell item and one mail a person. A stage is told of once, so a second run does nothing; a missed morning is made up
 * with the stage of the day.
 */
export function sendDeadlineNotices({ regionCode }: JobDeps): Job {
  return {
    async run({ today, now, signal }) {
      const ctx = systemCtx('sendDeadlineNotices', { today, now });
      const tellsWhom = toldOf(officePeople(ctx), ctx);
      const notices = new Map<string, DeadlineNotice[]>();
      for await (const due of dueUpTo(noticeHorizon(today, await loadCalendar(regionCode)))) {
        if (signal.aborted) break;
        const calendar = await loadCalendar(due.officeCode);
        const stage = isWorkingDay(today, calendar)
          ? noticeStage(currentDue(due.next), today, calendar)
          : null;
        if (stage === null) continue;
        for (const userId of await withSubstitutes(await tellsWhom(due, stage), today))
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
