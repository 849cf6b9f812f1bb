import type { FindingRow, FindingView } from '../../core/contract/inspections.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { getLife } from '../../platform/lives/index.ts';
import { FINDING_KIND, findingsWithin } from './finding-kind.ts';
import { findingRow, findingView } from './finding-view.ts';
import type { FindingRecord } from './finding.model.ts';
import { Findings } from './finding.model.ts';
import type { ListFindings } from './findings.schemas.ts';
import { FINDING_SORTS } from './findings.schemas.ts';

/** What has to be put right, what is due first on top; `total` counts all that match. */
export async function listFindings(query: ListFindings, ctx: Ctx): Promise<Page<FindingRow>> {
  const { areaCode, state, open, item, projectId, companyId, inspectionId } = query;
  const asked = Object.entries({ state, item, projectId, companyId, inspectionId });
  const limits = {
    $and: [
      await findingsWithin(ctx),
      {
        ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
        ...(open === undefined ? {} : { isOpen: open }),
        ...Object.fromEntries(asked.filter(([, value]) => value !== undefined)),
      },
    ],
  };
  const page = await keysetPage<FindingRecord>(Findings, {
    sorts: FINDING_SORTS,
    fallback: 'due',
    limits,
    query,
  });
  return { ...page, items: page.items.map((one) => findingRow(one, ctx.today)) };
}

/** One finding; that of another area or company is not there. */
export async function getFinding(id: string, ctx: Ctx): Promise<FindingView> {
  return findingView(await getLife(FINDING_KIND, id, await findingsWithin(ctx)), ctx);
}
