import type { Ctx } from '../../platform/context.ts';
import { findAreaOn } from '../areas/index.ts';
import { problem, refuseFields } from './check-content.ts';

/** The office of a county as its letters are headed; the bare code where the county is not on record. */
export async function officeName(officeCode: string, { today }: Pick<Ctx, 'today'>): Promise<string> {
  const area = await findAreaOn(officeCode, today);
  return `${area?.name ?? officeCode}人力资源和社会保障局`;
}

/** Refuses an area that is not on record, or no longer: a complaint must lie with an office that exists. */
export async function requireArea(
  areaCode: string,
  { today }: Pick<Ctx, 'today'>,
  path = 'areaCode',
): Promise<void> {
  const area = await findAreaOn(areaCode, today);
  if (area?.isValid === true) return;
  refuseFields([
    problem(path, 'area.unknown', '没有这个地区，请重新选择', 'There is no such area; choose again'),
  ]);
}
