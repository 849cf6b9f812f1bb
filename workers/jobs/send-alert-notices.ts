import type { AlertNews } from '../../server/features/alerts/index.ts';
import { newsSince } from '../../server/features/alerts/index.ts';
import { findPeopleOfCompany } from '../../server/features/accounts/index.ts';
import { officeOf } from '../../server/features/complaints/index.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';
import type { Notice } from '../digest.ts';
import { listed, sendDigests } from '../digest.ts';
import { officePeople } from '../office-people.ts';

interface AlertNotice extends Notice {
  level: AlertNews['level'];
}

/** A week of standstill is made up for; older news is on the screen. */
const DAYS_BACK = 7;

const noticeOf = ({ key, level, projectName, message }: AlertNews): AlertNotice => ({
  key,
  line: `${projectName}：${message}`,
  level,
});

/**
 * Every morning after the nightly look: the labour officers of the companies, the inspectors of the office and, where an
 * order is due, its head are told of what is new or went up a step; one bell item and one mail a person. Each step is
 * told once, so a second run does nothing.
 */
export function sendAlertNotices(): Job {
  return {
    async run({ today, now, signal }) {
      const ctx = systemCtx('sendAlertNotices', { today, now });
      const people = officePeople(ctx);
      const officers = new Map<string, string[]>();
      const notices = new Map<string, AlertNotice[]>();
      for await (const news of newsSince(addDays(today, -DAYS_BACK))) {
        if (signal.aborted) break;
        const record = { areaCode: news.areaCode, officeCode: officeOf(news.areaCode) };
        const told = new Set(await people.inRole(record, 'inspector'));
        if (news.step === 'order')
          for (const head of await people.inRole(record, 'bureauHead')) told.add(head);
        for (const companyId of news.companyIds) {
          const known =
            officers.get(companyId) ??
            (await findPeopleOfCompany(companyId, 'labourOfficer')).map(({ id }) => id);
          officers.set(companyId, known);
          for (const id of known) told.add(id);
        }
        for (const userId of told) notices.set(userId, [...(notices.get(userId) ?? []), noticeOf(news)]);
      }
      const sent = await sendDigests(
        notices,
        {
          template: 'alertDigest',
          link: '/alerts',
          data: (fresh) => ({
            red: fresh.filter(({ level }) => level === 'red').length,
            yellow: fresh.filter(({ level }) => level === 'yellow').length,
            items: listed([...fresh].sort((a, b) => (a.level === b.level ? 0 : a.level === 'red' ? -1 : 1))),
          }),
        },
        ctx,
        signal,
      );
      return { peopleTold: sent.people, notices: sent.notices.length };
    },
  };
}
