import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaLimit, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';

/** The reader's areas, the area asked for and the days asked for, as one filter. */
export function dayFilter(
  { areaCode, from, to }: { areaCode?: string; from?: PlainDate; to?: PlainDate },
  ctx: Pick<Ctx, 'actor' | 'grants'>,
): Record<string, unknown> {
  const on = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
  const asked = {
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...(Object.keys(on).length === 0 ? {} : { on }),
  };
  return { $and: [areaLimit(ctx), asked] };
}
