import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findOfficeStaff } from '../cases/index.ts';
import type { DocumentRecord } from './document.record.ts';

type Told = 'documentSubmitted' | 'documentApproved' | 'documentReturned';

/** The heads of the office, for a paper that waits for their word; whoever drafted it may not give it. */
export async function tellHeads(record: DocumentRecord, ctx: Ctx): Promise<void> {
  const heads = await findOfficeStaff(record.officeCode, 'bureauHead', ctx);
  for (const { id } of heads)
    if (id !== record.draftedBy.id) await tell(record, id, 'documentSubmitted', ctx);
}

/** Whoever drafted it, unless it was himself. */
export async function tellDrafter(
  record: DocumentRecord,
  template: 'documentApproved' | 'documentReturned',
  ctx: Ctx,
): Promise<void> {
  const { id } = record.draftedBy;
  const isSelf = ctx.actor.kind === 'user' && ctx.actor.userId === id;
  if (id !== 'system' && !isSelf) await tell(record, id, template, ctx);
}

async function tell(record: DocumentRecord, userId: string, template: Told, ctx: Ctx): Promise<void> {
  const { _id, kind, version, officeCode, caseId, caseNumber, complaintId, receiptNumber } = record;
  const of = caseId === undefined ? `/complaints/${complaintId ?? ''}` : `/cases/${caseId}`;
  await enqueue(
    {
      ...{ template, channel: 'inApp', to: { userId }, areaCode: officeCode },
      data: { paper: DOCUMENT_KIND_ROWS[kind].name.zh, belongsTo: caseNumber ?? receiptNumber ?? '—' },
      link: `${of}?tab=documents&paper=${String(_id)}`,
      key: `document:${String(_id)}:${template}:${userId}:v${version}`,
    },
    ctx,
  );
}
