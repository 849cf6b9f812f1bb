import type { IncidentView } from '../../core/contract/incidents.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import { fen, ZERO_FEN } from '../../core/kit/money.ts';
import { sumOf } from '../../core/lives/facts.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan } from '../../platform/lives/index.ts';
import { moveLife } from '../../platform/lives/index.ts';
import { openReport } from '../complaints/index.ts';
import { INCIDENT_KIND, incidentsWithin } from './incident-kind.ts';
import { incidentView, shownFiles } from './incident-view.ts';
import type { IncidentRecord } from './incident.model.ts';

/** One step: somebody is there, news, settled on the spot, a lead, or the review that closes it. */
export async function moveIncident(
  { id, action, version }: { id: string; action: string; version: number },
  { given }: MoveLife,
  ctx: Ctx,
): Promise<IncidentView> {
  const asked = { id, action, version, given };
  const limits = await incidentsWithin(ctx);
  const moved = await moveLife(INCIDENT_KIND, asked, limits, ctx, async (record, { after }) => {
    const lead = action === 'toComplaint' ? await leadOf(record, ctx) : {};
    const seen = {
      headcount: sumOf(after.facts, 'headcount') ?? record.headcount,
      isExtreme: after.facts['extreme'] === true,
    };
    return { ...lead, set: { ...seen, ...lead.set } };
  });
  return incidentView(moved, ctx);
}

/** What was not settled on the spot becomes a lead of the office, filled in from what is on record. */
async function leadOf(record: IncidentRecord, ctx: Ctx): Promise<LifePlan<IncidentRecord>> {
  const { _id, areaCode, projectId, headcount, facts, history } = record;
  const { id, receiptNumber } = await openReport(
    {
      ...{ areaCode, payMonths: [], site: String(facts['place']), story: storyOf(record), headcount },
      owedFen: fen(sumOf(facts, 'owedFen') ?? ZERO_FEN),
      ...(projectId === undefined ? {} : { projectId }),
      from: `incident:${String(_id)}`,
      fileIds: shownFiles(history),
    },
    { incident: String(_id), version: record.version },
    ctx,
  );
  return { set: { complaintId: id }, facts: { receiptNumber } };
}

const storyOf = ({ facts, openedOn, headcount, history, companyName }: IncidentRecord): string =>
  [
    `集体讨薪（${openedOn}上报，约${headcount}人）：${String(facts['demand'])}`,
    ...[companyName, facts['about']].flatMap((name) => (typeof name === 'string' ? [`涉及：${name}`] : [])),
    ...history.flatMap(({ action, on, given }) =>
      action === 'followUp' ? [`续报（${on}）：${String(given['news'])}`] : [],
    ),
  ]
    .join('\n')
    .slice(0, 3_000);
