import mongoose from 'mongoose';
import type { PostTransaction } from '../../core/contract/funds.ts';
import { formatYuan } from '../../core/kit/money.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { publish } from '../../platform/realtime/index.ts';
import { listUsers } from '../accounts/index.ts';
import { getProjectRef } from '../projects/index.ts';
import type { LedgerRecord } from './ledger.model.ts';
import type { RefusalReason } from './refusal.ts';
import { insertRefusal } from './refused-outflow.model.ts';

const COUNTY_DIGITS = 6;
const MOST_TOLD = 50;

/** Records money that was not let out, tells the heads and inspectors of the office, and writes the event. */
export async function reportRefusal(
  { projectId, areaCode, branchCode }: LedgerRecord,
  posted: PostTransaction,
  reason: RefusalReason,
  ctx: Ctx,
): Promise<void> {
  const { bankRef, kind, amountFen, on, counterparty, payReference } = posted;
  const _id = new mongoose.Types.ObjectId();
  await insertRefusal({
    _id,
    projectId,
    areaCode,
    branchCode,
    bankRef,
    kind,
    amountFen,
    on,
    counterparty,
    ...(payReference === undefined ? {} : { payReference }),
    reason,
    at: ctx.now,
  });
  const facts = { refusalId: String(_id), amountFen, on, reason };
  await appendEvent(
    { subject: `project:${projectId}`, areaCode, action: 'wageAccount.outflowRefused', facts },
    ctx,
  );
  await tellOffice(String(_id), projectId, areaCode, formatYuan(amountFen), ctx);
  afterCommit(() => {
    publish(`area:${areaCode}`, 'outflowRefused', { id: String(_id), projectId });
  });
}

async function tellOffice(
  id: string,
  projectId: string,
  areaCode: string,
  yuan: string,
  ctx: Ctx,
): Promise<void> {
  const officeCode = areaCode.slice(0, COUNTY_DIGITS);
  const { name } = await getProjectRef(projectId);
  const system = systemCtx('funds', { now: ctx.now, today: ctx.today });
  for (const role of ['bureauHead', 'inspector'] as const) {
    const query = { role, areaCode: officeCode, state: 'active', limit: MOST_TOLD } as const;
    const { items } = await listUsers(query, system);
    for (const { id: userId } of items) {
      const told = { template: 'outflowRefused', channel: 'inApp', to: { userId } } as const;
      const link = '/funds/refused';
      const data = { project: name, yuan };
      await enqueue({ ...told, data, areaCode, link, key: `outflowRefused:${id}:${userId}` }, ctx);
    }
  }
}
