import type { ChecklistLine, InspectionView, WriteSiteInspection } from '../../core/contract/inspections.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import {
  areTwoInspectors,
  findingsOf,
  resultOf,
  roundedDegrees,
} from '../../core/inspections/site-checklist.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { openLife } from '../../platform/lives/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { holdFiles } from '../files/index.ts';
import { answerableCompanies } from './answerable-companies.ts';
import { FINDING_KIND } from './finding-kind.ts';
import type { FindingRecord } from './finding.model.ts';
import { checkPlaceAndDay } from './inspection-reach.ts';
import { inspectionView } from './inspection-view.ts';
import type { InspectionRecord } from './inspection.model.ts';
import { insertInspection } from './inspection.model.ts';
import { knownParties } from './known-parties.ts';
import { tellFindings } from './tell-findings.ts';

const LONGEST = 2000;

/**
 * Puts one visit with the seven items on record; each item that is not in order becomes a finding that has to be put
 * right by its day, and the company is told, all or nothing.
 * @law REG-39-1
 * @law INS-16-1
 */
export async function recordSiteInspection(input: WriteSiteInspection, ctx: Ctx): Promise<InspectionView> {
  return inTransaction(async () => {
    await checkPlaceAndDay(input, ctx);
    if (!areTwoInspectors(input.inspectors))
      throw wrongField('inspectors', '检查人员不得少于两人', 'An inspection is made by two at least');
    checkDays(input);
    const { checklist, companions, remark = '', fileIds, inspectors } = input;
    const { areaCode, on, kind } = input;
    const parties = await knownParties(input);
    const made = await insertInspection(
      {
        ...{ areaCode, on, kind, ...parties, inspectors: inspectors.join('、') },
        findings: findingsOf(checklist, remark).slice(0, LONGEST),
        result: resultOf(checklist),
      },
      ctx.now,
      { checklist, fileIds, ...placeOf(input), ...(companions === undefined ? {} : { companions }) },
    );
    await holdAll(made, input, ctx);
    const wrong = checklist.filter(({ answer }) => answer === 'NOT_OK');
    const { result, companyId, projectId } = made;
    await appendEvent(
      {
        subject: `inspection:${String(made._id)}`,
        ...{ areaCode, action: 'inspection.recorded' },
        facts: {
          ...{ on, kind, result, findings: wrong.length },
          ...(companyId === undefined ? {} : { companyId: String(companyId) }),
          ...(projectId === undefined ? {} : { projectId: String(projectId) }),
        },
      },
      ctx,
    );
    const found: FindingRecord[] = [];
    const companyIds = await answerableCompanies(made);
    for (const line of wrong) found.push(await openFinding({ ...made, companyIds }, line, ctx));
    await tellFindings(found, ctx);
    return inspectionView(made, ctx);
  });
}

function checkDays({ checklist, on }: { checklist: readonly ChecklistLine[]; on: PlainDate }): void {
  const at = checklist.findIndex(({ rectifyBy }) => rectifyBy !== undefined && rectifyBy < on);
  if (at >= 0)
    throw wrongField(`checklist.${at}.rectifyBy`, '不能早于检查日期', 'Not before the day of the inspection');
}

function placeOf({ place }: WriteSiteInspection): Pick<InspectionRecord, 'place'> {
  if (place === undefined) return {};
  const { text, latitude, longitude } = place;
  return {
    place: {
      ...(text === undefined ? {} : { text }),
      ...(latitude === undefined || longitude === undefined
        ? {}
        : { latitude: roundedDegrees(latitude), longitude: roundedDegrees(longitude) }),
    },
  };
}

async function holdAll(
  { _id }: InspectionRecord,
  { checklist, fileIds }: WriteSiteInspection,
  ctx: Ctx,
): Promise<void> {
  const ref = `inspection:${String(_id)}` as const;
  await holdFiles(fileIds, ref, ctx);
  for (const [at, line] of checklist.entries())
    await holdFiles(line.fileIds, ref, ctx, { field: `checklist.${at}.fileIds` });
}

function openFinding(
  made: InspectionRecord & { companyIds: string[] },
  line: ChecklistLine,
  ctx: Ctx,
): Promise<FindingRecord> {
  const { areaCode, on, companyId, companyName, companyIds, projectId, projectName } = made;
  const { item, note = '', rectifyBy = on, fileIds } = line;
  return openLife(
    FINDING_KIND,
    {
      ...{ areaCode, inspectionId: String(made._id), item, companyName, companyIds },
      ...(companyId === undefined ? {} : { companyId: String(companyId) }),
      ...(projectId === undefined ? {} : { projectId: String(projectId) }),
      ...(projectName === undefined ? {} : { projectName }),
    },
    { item, foundOn: on, found: note, rectifyBy, fileIds },
    ctx,
  );
}
