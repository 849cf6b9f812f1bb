import type { PayMonth } from '../../core/kit/plain-date.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { destroyFile, isFileOver } from '../archive/index.ts';
import { keptPayrolls, purgePayrolls } from '../payroll/index.ts';
import type { Purged } from '../roster/index.ts';
import { purgeAttendance, purgeEnrolments, purgePunchBatches } from '../roster/index.ts';
import { ruleOf } from './find-due-records.ts';
import type { RetentionItem } from './retention-item.model.ts';
import { countLot, moveItem, nextItem } from './retention-item.model.ts';
import type { RetentionListRecord, StoredLot } from './retention.model.ts';
import { changeList, findApproved } from './retention.model.ts';
import { isSettled, openMatters } from './what-keeps.ts';

/** Records deleted in one transaction, so that nobody waits for it and a stop loses little. */
const PORTION = 500;

/**
 * Deletes what was approved, a portion at a time; each portion and the note of it stand or fall together, so that a run
 * that was stopped goes on and a second one does nothing. What has come under a complaint or a case, or whose wages are
 * no longer known to be paid, is kept. Each lot ends with one event that counts both.
 */
export async function purgeApproved(
  ctx: Ctx,
  signal?: AbortSignal,
  portion: number = PORTION,
): Promise<{ deleted: number; kept: number }> {
  const counts = { deleted: 0, kept: 0 };
  for (const approved of await findApproved()) {
    let list: RetentionListRecord | null = approved;
    for (const { kind, done } of approved.lots) {
      if (done || list === null) continue;
      for (;;) {
        if (signal?.aborted === true) return counts;
        const step = await purgePortion(String(approved._id), kind, portion, ctx);
        if (step === null) break;
        counts.deleted += step.deleted;
        counts.kept += step.kept;
      }
      list = await endLot(list, kind, ctx);
    }
  }
  return counts;
}

type Kind = StoredLot['kind'];

async function purgePortion(
  listId: string,
  kind: Kind,
  limit: number,
  ctx: Ctx,
): Promise<{ deleted: number; kept: number } | null> {
  return inTransaction(async () => {
    const item = await nextItem(listId, kind);
    if (item === null) return null;
    if (!(await mayGo(item, ctx))) {
      await moveItem(item, 0, 'kept');
      return { deleted: 0, kept: 1 };
    }
    const { deleted, isDone } = await purge(item, limit, ctx);
    // Another worker deleted the same: his note stands, and this portion is undone with it.
    if (!(await moveItem(item, deleted, isDone ? 'deleted' : 'listed'))) throw new Error('Taken by another');
    return { deleted, kept: 0 };
  });
}

/** Asked again before each portion: the list may be weeks old. */
async function mayGo(item: RetentionItem, ctx: Ctx): Promise<boolean> {
  const month: PayMonth = payMonthOf(ctx.today);
  if (item.kind === 'caseFile') return isFileOver(item.caseFileId ?? '', ctx);
  if ((await openMatters([item]))(item)) return false;
  if (item.kind !== 'payrollSheet') return isSettled(item.projectId, month);
  const months = await keptPayrolls([item.projectId], item.payMonth ?? month);
  const own = months.find((one) => one.teamId === item.teamId && one.payMonth === item.payMonth);
  return own === undefined || own.settled;
}

async function purge(item: RetentionItem, limit: number, ctx: Ctx): Promise<Purged> {
  if (item.kind === 'caseFile')
    return { deleted: (await destroyFile(item.caseFileId ?? '', ctx)) ? 1 : 0, isDone: true };
  const { projectId, teamId = '', payMonth, clientIds = [] } = item;
  if (item.kind === 'attendance') return purgeAttendance(projectId, limit);
  if (item.kind === 'enrolment') return purgeEnrolments(projectId, limit);
  if (item.kind === 'punchBatch') return purgePunchBatches(clientIds, limit);
  if (payMonth === undefined) throw new Error('A payroll on a list has its month');
  return purgePayrolls({ teamId, payMonth }, limit);
}

/** The lot's counts and its one event; with the last lot the list is done. */
async function endLot(list: RetentionListRecord, kind: Kind, ctx: Ctx): Promise<RetentionListRecord | null> {
  const id = String(list._id);
  return inTransaction(async () => {
    const counted = await countLot(id, kind);
    const lots = list.lots.map((lot) => (lot.kind === kind ? { ...lot, ...counted, done: true } : lot));
    const isDone = lots.every(({ done }) => done);
    const changed = await changeList(list, {
      lots,
      ...(isDone ? { state: 'done', deletedOn: ctx.today } : {}),
    });
    if (changed === null) return null;
    const lot = lots.find((one) => one.kind === kind);
    const facts = {
      ...{ kind, ...counted, records: lot?.records, until: lot?.until },
      ...(lot === undefined ? {} : { rule: ruleOf(lot.period) }),
    };
    const { areaCode } = list;
    await appendEvent({ subject: `retention:${id}`, areaCode, action: 'retention.delete', facts }, ctx);
    return changed;
  });
}
