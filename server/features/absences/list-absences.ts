import type { AbsenceView } from '../../core/contract/office-work.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { requireReach } from '../areas/index.ts';
import { findAbsencesOfOffice } from './absence.model.ts';
import { absenceView } from './absence-view.ts';

/** Who of the office is away or will be, and who stands in: everybody there may know it. */
export async function listAbsences(officeCode: string, ctx: Ctx): Promise<Page<AbsenceView>> {
  requireReach(officeCode, ctx);
  const items = (await findAbsencesOfOffice(officeCode, ctx.today)).map((one) => absenceView(one, ctx));
  return { items, nextCursor: null, total: items.length };
}
