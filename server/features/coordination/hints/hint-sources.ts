import type { AskHints, HintKind, HintRow } from '../../../core/contract/accountability-hints.ts';
import type { CaseRow } from '../../../core/contract/cases.ts';
import type { Page } from '../../../core/contract/page.ts';
import { DEPARTMENT_TASK } from '../../../core/coordination/department-task.ts';
import { SUPERVISION_ORDER } from '../../../core/coordination/supervision-order.ts';
import { whoseDuty } from '../../../core/coordination/whose-duty.ts';
import { addDays, diffDays, type PlainDate } from '../../../core/kit/plain-date.ts';
import { period, type PeriodId } from '../../../core/law/periods.ts';
import { words } from '../../../core/lives/facts.ts';
import type { Ctx } from '../../../platform/context.ts';
import { listAlerts } from '../../alerts/index.ts';
import { listCases } from '../../cases/index.ts';
import { listComplaints } from '../../complaints/index.ts';
import { listIncidents } from '../../incidents/index.ts';
import { ordersWith } from '../orders/index.ts';
import { tasksWith } from '../tasks/index.ts';

export type Asked = AskHints & { cursor?: string; limit?: number };
type Source = (asked: Asked, ctx: Ctx) => Promise<Page<HintRow>>;

const NOBODY: Page<HintRow> = { items: [], nextCursor: null, total: 0 };
const pageOf = ({ cursor, limit }: Asked) => ({
  ...(cursor === undefined ? {} : { cursor }),
  ...(limit === undefined ? {} : { limit }),
});
const areaOf = ({ areaCode }: Asked) => (areaCode === undefined ? {} : { areaCode });
const departmentOf = ({ departmentCode }: Asked) => (departmentCode === undefined ? {} : { departmentCode });

/** The days asked for, no further than yesterday: what is due today is not late. */
function lateDays({ from, to }: Asked, today: PlainDate): { from?: PlainDate; to: PlainDate } {
  const yesterday = addDays(today, -1);
  return { ...(from === undefined ? {} : { from }), to: to === undefined || to > yesterday ? yesterday : to };
}
const between = (field: string, from: PlainDate | undefined, to: PlainDate | undefined) => ({
  [field]: { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) },
});
function late(dueOn: PlainDate, today: PlainDate, doneOn?: PlainDate) {
  return { dueOn, ...(doneOn === undefined ? {} : { doneOn }), daysLate: diffDays(dueOn, doneOn ?? today) };
}

const taskOverdue: Source = async (asked, ctx) => {
  const { from, to } = lateDays(asked, ctx.today);
  const query = { ...areaOf(asked), ...departmentOf(asked), open: true, ...pageOf(asked) };
  const page = await tasksWith(between('nextDueOn', from, to), query, ctx);
  return {
    ...page,
    items: page.items.map(({ id, title, areaCode, departmentCode, dueOn, nextDue }) => ({
      ...({ kind: 'taskOverdue', recordId: id, record: title, areaCode, departmentCode } as const),
      ...{ duty: DEPARTMENT_TASK.name, ...late(nextDue?.dueOn ?? dueOn, ctx.today) },
    })),
  };
};

const taskAnsweredLate: Source = async (asked, ctx) => {
  const answered = { answeredLate: true, ...between('answeredOn', asked.from, asked.to ?? ctx.today) };
  const query = { ...areaOf(asked), ...departmentOf(asked), sort: '-openedOn', ...pageOf(asked) };
  const page = await tasksWith(answered, query, ctx);
  return {
    ...page,
    items: page.items.map(({ id, title, areaCode, departmentCode, dueOn, answeredOn }) => ({
      ...({ kind: 'taskAnsweredLate', recordId: id, record: title, areaCode, departmentCode } as const),
      ...{ duty: DEPARTMENT_TASK.name, ...late(dueOn, ctx.today, answeredOn) },
    })),
  };
};

const orderOverdue: Source = async (asked, ctx) => {
  const { from, to } = lateDays(asked, ctx.today);
  const query = { ...areaOf(asked), ...departmentOf(asked), open: true, ...pageOf(asked) };
  const page = await ordersWith(between('nextDueOn', from, to), query, ctx);
  return {
    ...page,
    items: page.items.map(({ id, title, areaCode, responsibleUnit, departmentCode, dueOn, nextDue }) => ({
      ...({ kind: 'orderOverdue', recordId: id, record: title, areaCode, who: responsibleUnit } as const),
      ...(departmentCode === undefined ? {} : { departmentCode }),
      ...{ duty: SUPERVISION_ORDER.name, ...late(nextDue?.dueOn ?? dueOn, ctx.today) },
    })),
  };
};

const caseOverdue: Source = async (asked, ctx) => {
  if (asked.departmentCode !== undefined) return NOBODY;
  const { from, to } = lateDays(asked, ctx.today);
  const days = { ...(from === undefined ? {} : { dueFrom: from }), dueTo: to };
  const page = await listCases({ ...areaOf(asked), open: true, ...days, ...pageOf(asked) }, ctx);
  return {
    ...page,
    items: page.items.flatMap(({ id, caseNumber, officeCode, nextDue, ...row }) =>
      nextDue === undefined
        ? []
        : [
            {
              ...({ kind: 'caseOverdue', recordId: id, record: caseNumber, areaCode: officeCode } as const),
              ...{ ...answering(nextDue.period, row), duty: periodName(nextDue.period) },
              ...late(nextDue.dueOn, ctx.today),
            },
          ],
    ),
  };
};

const complaintOverdue: Source = async (asked, ctx) => {
  if (asked.departmentCode !== undefined) return NOBODY;
  const { from, to } = lateDays(asked, ctx.today);
  const days = { ...(from === undefined ? {} : { dueFrom: from }), dueTo: to };
  const page = await listComplaints({ ...areaOf(asked), open: true, ...days, ...pageOf(asked) }, ctx);
  return {
    ...page,
    items: page.items.flatMap(({ id, receiptNumber, officeCode, ownerName, nextDue }) =>
      nextDue === undefined
        ? []
        : [
            {
              ...({ kind: 'complaintOverdue', recordId: id, record: receiptNumber } as const),
              ...{ areaCode: officeCode, duty: periodName(nextDue.period) },
              ...(ownerName === undefined ? {} : { who: ownerName }),
              ...late(nextDue.dueOn, ctx.today),
            },
          ],
    ),
  };
};

/** The officer is named for what was the office's to do, and for nothing that somebody else did not do. */
function answering(
  id: PeriodId,
  { leadInspectorName, respondentName }: Pick<CaseRow, 'leadInspectorName' | 'respondentName'>,
): Pick<HintRow, 'who' | 'departmentCode'> {
  const whose = whoseDuty(id);
  if (whose === 'police') return { departmentCode: 'publicSecurity' };
  return { who: whose === 'party' ? respondentName : leadInspectorName };
}
const periodName = (id: PeriodId) => words(period(id).zh, period(id).en);

type SiteKind = Extract<
  HintKind,
  'accountNotOpened' | 'accountNotFiled' | 'bondNotStored' | 'boardPhotoMissing'
>;

/** What a site should have had by a day: the open warning of that rule, late since the day after. */
const ofSite =
  (kind: SiteKind): Source =>
  async (asked, ctx) => {
    if (asked.departmentCode !== undefined) return NOBODY;
    const { from, to } = lateDays(asked, ctx.today);
    const days = { ...(from === undefined ? {} : { sinceFrom: addDays(from, 1) }), sinceTo: addDays(to, 1) };
    const query = { ...areaOf(asked), rule: kind, open: true, sort: 'since', ...days, ...pageOf(asked) };
    const page = await listAlerts(query, ctx);
    return {
      ...page,
      items: page.items.map(({ id, number, areaCode, projectName, question, since }) => ({
        ...{ kind, recordId: id, record: number, areaCode, who: projectName, duty: question },
        ...late(addDays(since, -1), ctx.today),
      })),
    };
  };

const incidentLate: Source = async (asked, ctx) => {
  if (asked.departmentCode !== undefined) return NOBODY;
  const days = {
    ...(asked.from === undefined ? {} : { from: asked.from }),
    ...(asked.to === undefined ? {} : { to: asked.to }),
  };
  const page = await listIncidents({ ...areaOf(asked), late: true, ...days, ...pageOf(asked) }, ctx);
  return {
    ...page,
    items: page.items.map(({ id, place, areaCode, companyName, happenedOn, openedOn }) => ({
      ...({ kind: 'incidentLate', recordId: id, record: place, areaCode } as const),
      ...(companyName === undefined ? {} : { who: companyName }),
      duty: words('集体讨薪当日上报', 'A gathering is reported the same day'),
      ...late(happenedOn, ctx.today, openedOn),
    })),
  };
};

/** Where each kind of missed duty is read: the list of its own records, in the order of an index it has. */
export const HINT_SOURCES: Readonly<Record<HintKind, Source>> = {
  taskOverdue,
  taskAnsweredLate,
  orderOverdue,
  caseOverdue,
  complaintOverdue,
  accountNotOpened: ofSite('accountNotOpened'),
  accountNotFiled: ofSite('accountNotFiled'),
  bondNotStored: ofSite('bondNotStored'),
  boardPhotoMissing: ofSite('boardPhotoMissing'),
  incidentLate,
};
