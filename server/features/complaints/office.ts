import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getArea } from '../areas/index.ts';
import { problem } from './check-content.ts';

/** The office of a county as its letters are headed; the bare code where the county is not on record. */
export async function officeName(officeCode: string, ctx: Pick<Ctx, 'today'>): Promise<string> {
  const area = await getArea(officeCode, ctx).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'notFound') return null;
    throw error;
  });
  return `${area?.name ?? officeCode}人力资源和社会保障局`;
}

/** Refuses an area that is not on record, or no longer: a complaint must lie with an office that exists. */
export async function requireArea(
  areaCode: string,
  ctx: Pick<Ctx, 'today'>,
  path = 'areaCode',
): Promise<void> {
  const refuse = () =>
    new AppError('invalidInput', { count: 1 }, [
      problem(path, 'area.unknown', '没有这个地区，请重新选择', 'There is no such area; choose again'),
    ]);
  const area = await getArea(areaCode, ctx).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'notFound' ? refuse() : error;
  });
  if (area.validFrom > ctx.today || (area.validTo !== undefined && area.validTo < ctx.today)) throw refuse();
}
