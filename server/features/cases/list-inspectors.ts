import type { InspectorChoice } from '../../core/contract/case-work.ts';
import type { Page } from '../../core/contract/page.ts';
import { isAway } from '../../core/office/stand-ins.ts';
import type { Ctx } from '../../platform/context.ts';
import { findAbsencesOfOffice } from '../absences/index.ts';
import { requireReach } from '../areas/index.ts';
import { countOpenCasesOf } from './case-queries.model.ts';
import { findOfficeStaff } from './office-staff.ts';

/** Whom a case of this office may be given to, with how many open cases each leads now. */
export async function listInspectors(officeCode: string, ctx: Ctx): Promise<Page<InspectorChoice>> {
  requireReach(officeCode, ctx);
  const staff = await findOfficeStaff(officeCode, 'inspector', ctx);
  const counts = await countOpenCasesOf(officeCode);
  const away = (await findAbsencesOfOffice(officeCode, ctx.today)).filter(
    (one) => one.role === 'inspector' && isAway(one, ctx.today),
  );
  const items = staff.map((one) => {
    const until = away.find(({ userId }) => userId === one.id)?.until;
    const awayUntil = until === undefined ? {} : { awayUntil: until };
    return { ...one, openCases: counts.get(one.id) ?? 0, ...awayUntil };
  });
  return { items, nextCursor: null, total: items.length };
}
