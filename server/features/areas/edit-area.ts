import type { AreaView, EditArea } from '../../core/contract/areas.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { findArea, updateArea } from './area.model.ts';
import { getArea } from './get-area.ts';
import { requireReach } from './require-reach.ts';

/** Corrects the names or the source of a division; the code and its first day never change. */
export async function editArea(code: string, version: number, input: EditArea, ctx: Ctx): Promise<AreaView> {
  requireReach(code, ctx);
  return inTransaction(async () => {
    const area = await findArea(code, ctx.today);
    if (area === null) throw new AppError('notFound');
    const { name, nameEn, source } = input;
    if (!(await updateArea(area, version, { name, nameEn, source }))) throw new AppError('staleVersion');
    const facts = {
      from: { name: area.name, nameEn: area.nameEn, source: area.source },
      to: { name, nameEn, source },
    };
    await appendEvent({ subject: `area:${code}`, areaCode: code, action: 'area.edited', facts }, ctx);
    return getArea(code, ctx);
  });
}
