import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { requireOffice } from '../../platform/office-reach.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getArea } from '../areas/index.ts';

/** A record lies in an area that exists and whose records the writer's office keeps. */
export async function requireKnownArea(areaCode: string, ctx: Ctx): Promise<void> {
  requireOffice(ctx, areaCode);
  await getArea(areaCode, ctx).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
    throw wrongField('areaCode', '没有这个区划', 'There is no such area');
  });
}
