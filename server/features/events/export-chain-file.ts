import { addDays } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { DayDone } from '../../platform/audit/index.ts';
import { chainFile } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';

export interface ChainFileAsked {
  from: PlainDate;
  to: PlainDate;
  areaCode?: string;
  action?: string;
  subject?: string;
}

/** One year and a day: a longer record is asked for in parts, each of which stands for itself. */
const MOST_DAYS = 366;

/** The record of the reader's areas as a file that proves itself. */
export function exportChainFile(asked: ChainFileAsked, ctx: Ctx, done?: DayDone): AsyncGenerator<string> {
  const { from, to, areaCode, action, subject } = asked;
  if (to < from) throw wrongField('to', '不能早于开始日', 'Must not be before the first day');
  if (to > addDays(from, MOST_DAYS - 1))
    throw wrongField('to', `一次最多 ${MOST_DAYS} 天`, `At most ${MOST_DAYS} days at a time`);
  const isSystem = ctx.actor.kind === 'system';
  const head = {
    ...(areaCode === undefined ? {} : { areaCode }),
    ...(isSystem ? {} : { readerAreas: [...new Set(ctx.grants.map((grant) => grant.areaCode))].sort() }),
    coversAll: isSystem && areaCode === undefined,
    madeAt: ctx.now.toISOString(),
  };
  const areas = { $and: [areaLimit(ctx), areaCode === undefined ? {} : inArea(areaCode)] };
  const filter = {
    ...(action === undefined ? {} : { action }),
    ...(subject === undefined ? {} : { subject }),
  };
  return chainFile({ from, to, areas, ...filter }, head, done);
}
