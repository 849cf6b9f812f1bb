import type { OutwardMessage } from '../../../core/contract/office-work.ts';
import type { Page } from '../../../core/contract/page.ts';
import type { Ctx } from '../../../platform/context.ts';
import { findByKeyPrefix } from '../../../platform/outbox/index.ts';
import type { OutboxDoc } from '../../../platform/outbox/index.ts';
import { knowsReporters } from '../case-reach.ts';
import { findJoined } from '../joined-complaints.ts';
import type { JoinedComplaint } from '../joined-complaints.ts';
import { getCaseRecord } from '../move-case.ts';

/**
 * What left the office by text message or mail about a case: when, how, and whether it arrived; never its words and
 * never a whole address. Whom a report came from is not told by whom a message went to.
 */
export async function listOutward(id: string, ctx: Ctx): Promise<Page<OutwardMessage>> {
  const record = await getCaseRecord(id, ctx);
  const complaints = await findJoined(record.complaintIds);
  const prefixes = [`case:${id}:`, ...complaints.map((one) => `complaint:${one.id}:`)];
  const rows = (await findByKeyPrefix(prefixes)).filter(({ channel }) => channel !== 'inApp');
  const knows =
    knowsReporters(record, ctx) || complaints.every(({ intakeKind }) => intakeKind === 'COMPLAINT');
  const items = rows.map((row) => outward(row, complaints, knows));
  return { items, nextCursor: null, total: items.length };
}

function outward(row: OutboxDoc, complaints: readonly JoinedComplaint[], knows: boolean): OutwardMessage {
  const { _id, channel, subject, state, createdAt, sentAt, toMasked, key } = row;
  const about = complaints.find(({ id }) => key.includes(id));
  const isOpen = knows || about?.intakeKind === 'COMPLAINT';
  return {
    id: String(_id),
    at: createdAt.toISOString(),
    ...{ channel, subject, state },
    ...(isOpen ? { to: toMasked } : {}),
    ...(about === undefined ? {} : { receiptNumber: about.receiptNumber }),
    ...(sentAt === undefined ? {} : { sentAt: sentAt.toISOString() }),
  };
}
