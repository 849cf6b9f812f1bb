import type { AreaView, CloseArea } from '../../core/contract/areas.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { countOpenChildren, findArea, OPEN_END, updateArea } from './area.model.ts';
import { getArea } from './get-area.ts';
import { requireReach, wrongField } from './require-reach.ts';

/** Ends a division on a day (merged, renumbered); old records keep the code, and nothing inside it may stay open. */
export async function closeArea(
  code: string,
  version: number,
  input: CloseArea,
  ctx: Ctx,
): Promise<AreaView> {
  requireReach(code, ctx);
  return inTransaction(async () => {
    const area = await findArea(code, ctx.today);
    if (area === null) throw new AppError('notFound');
    if (area.version !== version) throw new AppError('staleVersion');
    if (area.validTo !== OPEN_END || (area.level !== 'town' && area.level !== 'grid'))
      throw new AppError('conflict');
    const { validTo, reason } = input;
    if (validTo < area.validFrom) throw wrongField('validTo', '不能早于启用日', 'Not before its first day');
    if ((await countOpenChildren(code, validTo)) > 0) {
      throw wrongField(
        'validTo',
        '下级网格仍在使用，请先停用',
        'Grids inside it are still open: close them first',
      );
    }
    if (!(await updateArea(area, version, { validTo }))) throw new AppError('staleVersion');
    await appendEvent(
      { subject: `area:${code}`, areaCode: code, action: 'area.closed', facts: { validTo, reason } },
      ctx,
    );
    return getArea(code, ctx);
  });
}
