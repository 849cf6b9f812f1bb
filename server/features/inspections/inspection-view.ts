import type { InspectionView, OutreachView } from '../../core/contract/inspections.ts';
import type { Ctx } from '../../platform/context.ts';
import { actionsIn } from './inspection-reach.ts';
import type { InspectionRecord } from './inspection.model.ts';
import type { OutreachRecord } from './outreach.model.ts';

export function inspectionView(record: InspectionRecord, ctx: Pick<Ctx, 'actor'>): InspectionView {
  const { companyId, projectId, projectName, checklist, place, companions, fileIds } = record;
  return {
    id: String(record._id),
    version: record.version,
    areaCode: record.areaCode,
    on: record.on,
    kind: record.kind,
    ...(companyId === undefined ? {} : { companyId: String(companyId) }),
    companyName: record.companyName,
    ...(projectId === undefined ? {} : { projectId: String(projectId) }),
    ...(projectName === undefined ? {} : { projectName }),
    inspectors: record.inspectors,
    findings: record.findings,
    result: record.result,
    ...(checklist === undefined ? {} : { checklist }),
    ...(place === undefined ? {} : { place }),
    ...(companions === undefined ? {} : { companions }),
    ...(fileIds === undefined ? {} : { fileIds }),
    actions: actionsIn(record.areaCode, ctx),
  };
}

export function outreachView(record: OutreachRecord, ctx: Pick<Ctx, 'actor'>): OutreachView {
  const { areaCode, on, what, leaflets, vehicles, people, slogans, consultations } = record;
  return {
    id: String(record._id),
    version: record.version,
    ...{ areaCode, on, what, leaflets, vehicles, people, slogans, consultations },
    actions: actionsIn(areaCode, ctx),
  };
}
