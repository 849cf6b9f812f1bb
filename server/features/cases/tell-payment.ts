import { formatYuan } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { enqueue, onUndelivered } from '../../platform/outbox/index.ts';
import { findCaseWithin } from './case-queries.model.ts';
import type { CaseRecord } from './case.record.ts';
import { openPerson } from './claim.model.ts';
import type { ClaimPaid } from './record-payments.ts';
import { tellInspectors } from './tell-case.ts';

/** Asks each person by text message whether the money that was reported arrived; silence stays silence. */
export async function askPeople(
  { _id, version, officeCode }: Pick<CaseRecord, '_id' | 'version' | 'officeCode'>,
  claims: readonly ClaimPaid[],
  paidOn: PlainDate,
  ctx: Ctx,
): Promise<void> {
  for (const { claim, fen } of claims) {
    const { phone } = openPerson(claim);
    if (phone === undefined) continue;
    const key = `case:${String(_id)}:paymentReported:${String(claim._id)}:v${version}`;
    const data = { yuan: formatYuan(fen), paidOn };
    await enqueue(
      { template: 'casePaymentReported', channel: 'sms', to: { phone }, data, areaCode: officeCode, key },
      ctx,
    );
  }
}

/** Nobody waits for the word of somebody who was never asked: the inspectors hear of it once for each report. */
onUndelivered('casePaymentReported', async (key, ctx) => {
  const [, caseId = ''] = key.split(':');
  const record = await findCaseWithin(caseId, {});
  if (record !== null && record.closedOn === undefined)
    await tellInspectors(record, 'casePaymentUnasked', ctx);
});
