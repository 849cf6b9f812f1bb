import type { AgendaItem, OpenJointMeeting, ProposedItem } from '../../../core/contract/joint-meetings.ts';
import type { Ctx } from '../../../platform/context.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { listAlerts } from '../../alerts/index.ts';
import { listCases } from '../../cases/index.ts';
import { asDecider } from '../coordination-reach.ts';
import { listOrders } from '../orders/index.ts';
import { listTasks } from '../tasks/index.ts';

/** Of each kind, so that the list stays one that a person reads. */
const MOST = 20;

/**
 * What of the area is open and should not stay so: overdue tasks, listed supervision, red warnings, overdue cases, each by
 * its number or title. The office takes over what it wants to speak of; what it leaves out stays as it is.
 */
export async function proposeAgenda(areaCode: string, ctx: Ctx): Promise<{ items: ProposedItem[] }> {
  const reader = asDecider(ctx);
  const asked = { areaCode, open: true, limit: MOST } as const;
  const tasks = await listTasks({ ...asked, due: 'overdue' }, reader);
  const orders = await listOrders({ ...asked, listed: true }, reader);
  const alerts = await listAlerts({ ...asked, level: 'red' }, reader);
  const cases = await listCases({ ...asked, due: 'overdue' }, reader);
  return {
    items: [
      ...tasks.items.map(({ id, title, dueOn, nextDue }) =>
        proposed('overdueTask', id, title, nextDue?.dueOn ?? dueOn),
      ),
      ...orders.items.map(({ id, title, listedOn, dueOn }) =>
        proposed('listedSupervision', id, title, listedOn ?? dueOn),
      ),
      ...alerts.items.map(({ id, number, question, since }) =>
        proposed('redAlert', id, `${number} ${question.zh}`, since),
      ),
      ...cases.items.map(({ id, caseNumber, nextDue, filedOn }) =>
        proposed('overdueCase', id, caseNumber, nextDue?.dueOn ?? filedOn),
      ),
    ],
  };
}

const proposed = (
  kind: ProposedItem['kind'],
  recordId: string,
  text: string,
  since: ProposedItem['since'],
): ProposedItem => ({ kind, recordId, text, since });

/** The agenda as it is stored: what was taken over in the words of its records, then the office's own lines. */
export async function agendaOf(
  { areaCode, proposed: taken, own }: Pick<OpenJointMeeting, 'areaCode' | 'proposed' | 'own'>,
  ctx: Ctx,
): Promise<AgendaItem[]> {
  const { items } = taken.length === 0 ? { items: [] } : await proposeAgenda(areaCode, ctx);
  const chosen = taken.map(({ kind, recordId }, at): AgendaItem => {
    const found = items.find((one) => one.kind === kind && one.recordId === recordId);
    if (found !== undefined) return found;
    throw wrongField(
      `proposed.${at}.recordId`,
      '这一项已经不是待议事项，请重新选择',
      'This is no longer open; choose again',
    );
  });
  return [...chosen, ...own.map((text): AgendaItem => ({ kind: 'own', text }))];
}
