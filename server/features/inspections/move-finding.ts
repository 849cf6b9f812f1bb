import type { FindingView } from '../../core/contract/inspections.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import { ITEM_WORDS } from '../../core/inspections/site-checklist.ts';
import { ZERO_FEN } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan } from '../../platform/lives/index.ts';
import { moveLife } from '../../platform/lives/index.ts';
import { openReport } from '../complaints/index.ts';
import { FINDING_KIND, findingsWithin } from './finding-kind.ts';
import { findingView, shownFiles } from './finding-view.ts';
import type { FindingRecord } from './finding.model.ts';
import { tellFindings } from './tell-findings.ts';

/** One step of a finding: the company's answer, the second look, and what follows from it. */
export async function moveFinding(
  { id, action, version }: { id: string; action: string; version: number },
  { given }: MoveLife,
  ctx: Ctx,
): Promise<FindingView> {
  const asked = { id, action, version, given };
  const moved = await moveLife(FINDING_KIND, asked, await findingsWithin(ctx), ctx, (record) =>
    planOf(action, record, ctx),
  );
  return findingView(moved, ctx);
}

async function planOf(action: string, record: FindingRecord, ctx: Ctx): Promise<LifePlan<FindingRecord>> {
  if (action === 'again') return { andAlso: (changed) => tellFindings([changed], ctx) };
  return action === 'openCase' ? leadOf(record, ctx) : {};
}

/** What was not put right becomes a lead of the office's own, with everything that was shown. */
async function leadOf(record: FindingRecord, ctx: Ctx): Promise<LifePlan<FindingRecord>> {
  const { _id, areaCode, projectId, companyId, companyName } = record;
  const { id, receiptNumber } = await openReport(
    {
      ...{ areaCode, payMonths: [], headcount: 1, owedFen: ZERO_FEN, story: storyOf(record) },
      ...(projectId === undefined ? {} : { projectId }),
      ...(companyId === undefined ? { employerName: companyName } : { employerId: companyId }),
      from: `finding:${String(_id)}`,
      fileIds: shownFiles(record),
    },
    { finding: String(_id), version: record.version },
    ctx,
  );
  return { set: { complaintId: id }, facts: { receiptNumber } };
}

function storyOf({ item, facts, history }: FindingRecord): string {
  const answers = history.filter(({ action }) => action === 'answer');
  return [
    `巡查发现：${ITEM_WORDS[item].zh}不符合要求（${String(facts['foundOn'])}）。`,
    `问题：${String(facts['found'])}`,
    `责令 ${String(facts['rectifyBy'])} 前整改，复查未整改。`,
    ...answers.map(({ on, given }) => `企业答复（${on}）：${String(given['done'])}`),
  ]
    .join('\n')
    .slice(0, 3_000);
}
