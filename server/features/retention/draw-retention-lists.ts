import { Types } from 'mongoose';
import { RETENTION_KINDS } from '../../core/contract/retention.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { listAreas } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { DueRecord } from './find-due-records.ts';
import { findDueRecords, itemOf, PERIOD_OF } from './find-due-records.ts';
import { insertItems } from './retention-item.model.ts';
import type { RetentionListRecord, StoredLot } from './retention.model.ts';
import { hasList, insertList } from './retention.model.ts';

/**
 * Draws up, once a month for each county, what may be deleted because it was kept as long as the law asks. Nothing is
 * deleted by that: a person decides. An area whose last list still waits or is being worked off gets no second one.
 */
export async function drawRetentionLists(
  ctx: Ctx,
  signal?: AbortSignal,
): Promise<{ lists: number; records: number }> {
  const counts = { lists: 0, records: 0 };
  const month = payMonthOf(ctx.today);
  let cursor: string | undefined;
  do {
    const page = await listAreas({ level: 'county', ...(cursor === undefined ? {} : { cursor }) }, ctx);
    for (const { code } of page.items) {
      if (signal?.aborted === true) return counts;
      if (await hasList(code, month)) continue;
      const due = await findDueRecords(code, await loadCalendar(code), ctx.today);
      if (due.length === 0 || !(await keepList(code, due, ctx))) continue;
      counts.lists += 1;
      counts.records += due.reduce((sum, { records }) => sum + records, 0);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return counts;
}

async function keepList(areaCode: string, due: readonly DueRecord[], ctx: Ctx): Promise<boolean> {
  const _id = new Types.ObjectId();
  const month = payMonthOf(ctx.today);
  const list: RetentionListRecord = {
    ...{ _id, version: 1, areaCode, month, drawnOn: ctx.today, state: 'waiting', lots: lotsOf(due) },
  };
  return inTransaction(async () => {
    // Another worker was here in between.
    if (await hasList(areaCode, month)) return false;
    await insertList(list);
    await insertItems(due.map((record) => itemOf(record, String(_id))));
    const facts = { lots: list.lots.map(({ kind, records, until }) => ({ kind, records, until })) };
    const subject = `retention:${String(_id)}` as const;
    await appendEvent({ subject, areaCode, action: 'retention.draw', facts }, ctx, { isNewSubject: true });
    return true;
  });
}

function lotsOf(due: readonly DueRecord[]): StoredLot[] {
  return RETENTION_KINDS.flatMap((kind) => {
    const own = due.filter((record) => record.kind === kind);
    const [first] = own;
    if (first === undefined) return [];
    const records = own.reduce((sum, one) => sum + one.records, 0);
    const until = own.reduce((day, one) => (one.until > day ? one.until : day), first.until);
    return [{ kind, period: PERIOD_OF[kind], records, until, deleted: 0, kept: 0, done: false }];
  });
}
