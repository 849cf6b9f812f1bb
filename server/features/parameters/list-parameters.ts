import type { ParameterView } from '../../core/contract/areas.ts';
import type { Page } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaChain, grantsTouch } from '../areas/index.ts';
import { definitionOf, PARAMETERS } from './parameters.ts';
import { parameterView } from './parameter-view.ts';
import { findValues } from './parameter-value.model.ts';
import type { ListParameters } from './parameters.schemas.ts';

/** Every regional setting as one area sees it; those without a value in force are there, without `inForce`. */
export async function listParameters(query: ListParameters, ctx: Ctx): Promise<Page<ParameterView>> {
  const areaCode = readableArea(query.areaCode, ctx);
  const wanted = query.q?.toLowerCase();
  const keys = Object.entries(PARAMETERS)
    .filter(([, { group }]) => query.group === undefined || group === query.group)
    .filter(
      ([key, { nameZh, nameEn }]) =>
        wanted === undefined || `${key} ${nameZh} ${nameEn}`.toLowerCase().includes(wanted),
    )
    .map(([key]) => key);
  const values = await findValues(keys, areaChain(areaCode));
  const all = keys.map((key) => parameterView(key, values, areaCode, ctx.today));
  const items = all.filter((view) => query.unset !== true || view.inForce === undefined);
  return { items, nextCursor: null, total: items.length };
}

/** One setting with all its values, past, present and scheduled. */
export async function getParameterView(
  key: string,
  query: { areaCode?: string },
  ctx: Ctx,
): Promise<ParameterView> {
  if (definitionOf(key) === null) throw new AppError('notFound');
  const areaCode = readableArea(query.areaCode, ctx);
  return parameterView(key, await findValues([key], areaChain(areaCode)), areaCode, ctx.today);
}

/** The asked area, or the reader's own; areas off the reader's line are not there for him. */
function readableArea(asked: string | undefined, ctx: Ctx): string {
  const areaCode = asked ?? ctx.grants[0]?.areaCode;
  if (areaCode === undefined || !grantsTouch(ctx.grants, areaCode)) throw new AppError('notFound');
  return areaCode;
}
