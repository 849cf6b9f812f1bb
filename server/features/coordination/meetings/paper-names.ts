import type { PaperNames } from '../../../core/coordination/minutes-paper.ts';
import type { Ctx } from '../../../platform/context.ts';
import { getArea } from '../../areas/index.ts';
import { departmentNames } from '../tasks/index.ts';

/** What a paper about this area calls it and its departments. */
export async function paperNames(areaCode: string, ctx: Pick<Ctx, 'today'>): Promise<PaperNames> {
  return {
    departmentOf: await departmentNames('zh-CN'),
    areaName: (await getArea(areaCode, ctx)).name,
  };
}
