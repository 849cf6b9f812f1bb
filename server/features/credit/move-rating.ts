import type { MoveLife } from '../../core/contract/lives.ts';
import type { RatingView } from '../../core/contract/credit.ts';
import { CREDIT_GRADES } from '../../core/credit/grade.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan } from '../../platform/lives/index.ts';
import { moveLife } from '../../platform/lives/index.ts';
import { ownIdsOf, ratingsWithin } from './credit-reach.ts';
import { ratingKind } from './rating-kind.ts';
import type { RatingRecord } from './rating.model.ts';
import { ratingView } from './rating-view.ts';
import { frozen, readGrades } from './read-grade.ts';
import { tellOfRating } from './tell-rating.ts';

export interface MoveRating extends MoveLife {
  id: string;
  action: string;
  version: number;
}

/** Read again from the record of the day: only when somebody asks for it, and what was read before is kept. */
const READS_AGAIN = ['recompute', 'reopen'];
/** Which decide the grade. */
const DECIDES = ['approve', 'confirm'];

/** One step of a yearly grade, by its table. */
export async function takeRatingStep(asked: MoveRating, ctx: Ctx): Promise<RatingRecord> {
  const kind = ratingKind(await ownIdsOf(ctx));
  const { action } = asked;
  return moveLife(kind, asked, await ratingsWithin(ctx), ctx, async (record, { given, after }) => {
    const plan = READS_AGAIN.includes(action) ? await readAgain(record, ctx) : {};
    const grade = DECIDES.includes(action) ? CREDIT_GRADES.find((one) => one === given['grade']) : undefined;
    return {
      ...plan,
      set: {
        ...plan.set,
        ...(grade === undefined ? {} : { grade }),
        ...(after.state === 'final' ? { inForceFrom: ctx.today } : {}),
      },
      andAlso: (changed) => tellOfRating(changed, action, ctx),
    };
  });
}

async function readAgain(record: RatingRecord, ctx: Ctx): Promise<LifePlan<RatingRecord>> {
  const { companyId, year, readings } = record;
  const read = (await readGrades([companyId], year, ctx.today)).get(companyId);
  if (read === undefined) throw new AppError('notFound');
  const { proposed, day } = read.grade;
  return {
    // null: the record no longer carries a proposal.
    set: { readings: [...readings, frozen(read, ctx.now)], proposed: proposed ?? null },
    facts: { readOn: day, proposed: proposed ?? 'none' },
  };
}

/** The same, answered as the reader may see it. */
export async function moveRating(asked: MoveRating, ctx: Ctx): Promise<RatingView> {
  return ratingView(await takeRatingStep(asked, ctx), ctx);
}
