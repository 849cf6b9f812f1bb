import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { BellItems } from '../../platform/outbox/index.ts';

/** Marks one own item as read; the first time counts. */
export async function readNotification(id: string, ctx: Ctx): Promise<void> {
  const own = { _id: id, userId: actorUserId(ctx) };
  const marked = await BellItems.updateOne({ ...own, readAt: null }, { $set: { readAt: ctx.now } });
  if (marked.matchedCount === 0 && (await BellItems.findOne(own, { _id: 1 }).lean()) === null) {
    throw new AppError('notFound');
  }
}

/** Marks everything that lies behind the bell now. */
export async function readAllNotifications(ctx: Ctx): Promise<{ read: number }> {
  const done = await BellItems.updateMany(
    { userId: actorUserId(ctx), readAt: null },
    { $set: { readAt: ctx.now } },
  );
  return { read: done.modifiedCount };
}
