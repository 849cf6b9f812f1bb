import type { HazardView } from '../../core/contract/hazards.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import { levelAfter } from '../../core/hazards/hazard-table.ts';
import { fen, ZERO_FEN } from '../../core/kit/money.ts';
import { sumOf } from '../../core/lives/facts.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan } from '../../platform/lives/index.ts';
import { moveLife } from '../../platform/lives/index.ts';
import { openReport } from '../complaints/index.ts';
import { HAZARD_KIND } from './hazard-kind.ts';
import { hazardView, shownFiles } from './hazard-view.ts';
import type { HazardRecord } from './hazard.model.ts';

/** One step: settled, passed up, accepted, sent back, or at the county made a lead of. */
export async function moveHazard(
  { id, action, version }: { id: string; action: string; version: number },
  { given }: MoveLife,
  ctx: Ctx,
): Promise<HazardView> {
  const asked = { id, action, version, given };
  const moved = await moveLife(HAZARD_KIND, asked, areaLimit(ctx), ctx, async (record, { after }) => {
    const level = levelAfter(after.state, record.level);
    const lead = action === 'toComplaint' ? await leadOf(record, ctx) : {};
    return { ...lead, set: { level, ...lead.set }, facts: { level, ...lead.facts } };
  });
  return hazardView(moved, ctx);
}

/** What the county cannot settle at once becomes a lead in its queue, filled in from what is on record. */
async function leadOf(record: HazardRecord, ctx: Ctx): Promise<LifePlan<HazardRecord>> {
  const { _id, areaCode, projectId, facts } = record;
  const { id, receiptNumber } = await openReport(
    {
      ...{ areaCode, payMonths: [], site: String(facts['place']), story: storyOf(record) },
      headcount: sumOf(facts, 'headcount') ?? 1,
      owedFen: fen(sumOf(facts, 'owedFen') ?? ZERO_FEN),
      ...(projectId === undefined ? {} : { projectId }),
      from: `hazard:${String(_id)}`,
      fileIds: shownFiles(record),
    },
    { hazard: String(_id), version: record.version },
    ctx,
  );
  return { set: { complaintId: id }, facts: { receiptNumber } };
}

const storyOf = ({ facts, openedOn, history }: HazardRecord): string =>
  [
    `网格上报（${openedOn}）：${String(facts['what'])}`,
    ...history.flatMap(({ action, on, given }) =>
      action === 'passUp' ? [`上报理由（${on}）：${String(given['reason'])}`] : [],
    ),
  ]
    .join('\n')
    .slice(0, 3_000);
