import type { RetentionKind, RetentionListView, RetentionLot } from '../../core/contract/retention.ts';
import { openActions } from '../../core/kit/flow.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Ctx } from '../../platform/context.ts';
import { ruleOf } from './find-due-records.ts';
import { RETENTION_FLOW } from './retention.flow.ts';
import type { RetentionListRecord, StoredLot } from './retention.model.ts';

/** What each kind of record is called. */
export const KIND_WORDS: Readonly<Record<RetentionKind, RetentionLot['label']>> = {
  payrollSheet: { zh: '工资支付台账（工资表及明细）', en: 'Wage ledgers (payrolls and their lines)' },
  attendance: { zh: '考勤记录', en: 'Attendance' },
  enrolment: { zh: '用工登记（花名册）', en: 'Roster' },
  punchBatch: { zh: '考勤设备上传回执', en: 'Receipts of attendance devices' },
  caseFile: { zh: '案卷', en: 'Case files' },
};

const rolesOf = ({ actor, grants }: Pick<Ctx, 'actor' | 'grants'>, areaCode: string): string[] =>
  actor.kind === 'system'
    ? ['bureauHead']
    : grants.filter((grant) => areaCode.startsWith(grant.areaCode)).map(({ role }) => role);

/** Who acts on a list, as the flow knows him. */
export const retentionRoles = (list: Pick<RetentionListRecord, 'areaCode'>, ctx: Ctx): string[] =>
  rolesOf(ctx, list.areaCode);

/** A list with the rule behind each lot, printed as law only where it may be. */
export function retentionView(list: RetentionListRecord, ctx: Ctx): RetentionListView {
  const { version, areaCode, drawnOn, state, decidedBy, decidedAt, reason, deletedOn } = list;
  return {
    ...{ id: String(list._id), version, areaCode, drawnOn, state },
    lots: list.lots.map((lot) => lotView(lot, state === 'approved' || state === 'done')),
    ...(decidedBy === undefined ? {} : { decidedBy: decidedBy.name }),
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toISOString() }),
    ...(reason === undefined ? {} : { reason }),
    ...(deletedOn === undefined ? {} : { deletedOn }),
    actions: openActions(RETENTION_FLOW, state, retentionRoles(list, ctx), ctx.today),
  };
}

function lotView(
  { kind, period: id, records, until, deleted, kept }: StoredLot,
  isDecided: boolean,
): RetentionLot {
  const cite = ruleOf(id);
  return {
    ...{ kind, period: id, rule: cite, label: KIND_WORDS[kind], records, until },
    ...(isCitable(cite)
      ? { citation: { zh: printCitation(cite, 'zh'), en: printCitation(cite, 'en') } }
      : {}),
    ...(isDecided ? { deleted, kept } : {}),
  };
}
