import { currentDue } from '../../core/law/deadline.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { LifeSituation } from '../../core/lives/life-table.ts';
import { recountLife } from '../../core/lives/periods-after.ts';
import { appendEvent } from '../audit/index.ts';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../db.ts';
import { walkById } from '../walk-by-id.ts';
import type { LifeKind } from './life-kind.ts';
import type { LifeRecord } from './life-record.ts';
import { getLife, nextDueOf, situationOfLife } from './move-life.ts';

/**
 * Counts the running periods of every open record of this kind again; each one that moves is an event of its own. May be
 * ended at any line and run again.
 * @law CAL-2
 */
export async function recountLives<Stored extends LifeRecord, Now extends LifeSituation>(
  kind: LifeKind<Stored, Now>,
  ctx: Ctx,
  signal: AbortSignal,
): Promise<{ moved: number; finished: boolean }> {
  let moved = 0;
  for await (const { _id, isOpen } of walkById<Pick<LifeRecord, '_id' | 'isOpen'>>(kind.model, {
    isOpen: 1,
  })) {
    if (signal.aborted) return { moved, finished: false };
    if (isOpen) moved += await recountOne(kind, String(_id), ctx);
  }
  return { moved, finished: true };
}

function recountOne<Stored extends LifeRecord, Now extends LifeSituation>(
  kind: LifeKind<Stored, Now>,
  id: string,
  ctx: Ctx,
): Promise<number> {
  return inTransaction(async () => {
    const record = await getLife(kind, id, {});
    const { _id, version, areaCode, deadlines } = record;
    const { calendar } = await situationOfLife(kind, record, ctx);
    const counted = recountLife(kind.table, deadlines, calendar);
    const at = counted.findIndex((one, nth) => one !== deadlines[nth]);
    const [was, now]: (Deadline | undefined)[] = [deadlines[at], counted[at]];
    if (was === undefined || now === undefined) return 0;
    const change = { $set: { deadlines: counted, nextDueOn: nextDueOf(counted) }, $inc: { version: 1 } };
    const done = await kind.model.findOneAndUpdate({ _id, version }, change, { runValidators: true }).lean();
    if (done === null) return 0;
    const facts = { period: now.period, dueFrom: currentDue(was), dueOn: currentDue(now) };
    const subject = `${kind.subject}:${id}` as const;
    await appendEvent({ subject, areaCode, action: `${kind.subject}.recount`, facts }, ctx);
    return 1;
  });
}
