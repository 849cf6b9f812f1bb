import { randomUUID } from 'node:crypto';
import type { ConfirmService, DocumentView, ServeDocument } from '../../core/contract/documents.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { currentDue, meetDeadlines, nextDeadline } from '../../core/law/deadline.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { servedOnDay } from '../../core/law/served-on-day.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { tellServed } from '../cases/index.ts';
import { holdFiles } from '../files/index.ts';
import { changeCaseByPaper, ordersIt } from './change-case-by-paper.ts';
import { isUnderWay } from './document-reach.ts';
import type { DocumentRecord, ServiceRecord } from './document.record.ts';
import { moveDocument } from './move-document.ts';
import type { MovePlan } from './move-document.ts';

/**
 * One service of an issued paper, with its receipt. Posted ones count when they arrived, a public notice when its days
 * have run, every other on the day it was handed over.
 * @law PRO-8
 * @law PRO-8b
 */
export async function serveDocument(
  id: string,
  version: number,
  input: ServeDocument,
  ctx: Ctx,
): Promise<DocumentView> {
  return moveDocument({ id, action: 'serve', version, given: input }, ctx, async (record) => {
    checkProof(record, input, ctx);
    await holdFiles(input.fileIds, `document:${id}`, ctx, { purposes: ['evidence', 'document'] });
    const { mode, handedOverOn } = input;
    const servedOn = mode === 'MAIL' ? undefined : servedOnDay(mode, handedOverOn);
    const service: ServiceRecord = {
      ...input,
      id: randomUUID(),
      ...(servedOn === undefined ? {} : { servedOn }),
    };
    const facts = { mode, handedOverOn, ...(servedOn === undefined ? {} : { servedOn }) };
    if (servedOn === undefined) return { push: { services: [service] }, facts };
    return {
      ...(await asServed(record, servedOn, handedOverOn, mode, ctx)),
      push: { services: [service] },
      facts,
    };
  });
}

/** What came back for a paper that was posted: only what was received is served. */
export async function confirmService(
  id: string,
  version: number,
  input: ConfirmService,
  ctx: Ctx,
): Promise<DocumentView> {
  const { serviceId, outcome, on, note, fileIds } = input;
  return moveDocument({ id, action: 'confirmService', version, given: input }, ctx, async (record) => {
    const service = record.services.find((one) => one.id === serviceId);
    if (service === undefined) throw wrongField('serviceId', '没有这次送达', 'There is no such service');
    if (!isUnderWay(service)) throw new AppError('conflict', { state: record.state });
    refuseDay('on', on, service.handedOverOn, ctx);
    await holdFiles(fileIds, `document:${id}`, ctx, { purposes: ['evidence', 'document'] });
    const changed: ServiceRecord = {
      ...service,
      outcome,
      ...(outcome === 'received' ? { servedOn: on } : {}),
      ...(note === undefined ? {} : { note }),
      fileIds: [...service.fileIds, ...fileIds],
    };
    const services = record.services.map((one) => (one.id === serviceId ? changed : one));
    const facts = { mode: service.mode, outcome, on };
    if (outcome !== 'received') return { set: { services }, facts };
    const plan = await asServed(record, on, on, service.mode, ctx);
    return { ...plan, set: { ...plan.set, services }, facts };
  });
}

function refuseDay(path: string, day: PlainDate, first: PlainDate | undefined, { today }: Ctx): void {
  if (day > today) throw wrongField(path, '日期不能晚于今天', 'This day has not come yet');
  if (first !== undefined && day < first)
    throw wrongField(path, `日期不能早于 ${first}`, `The day cannot be before ${first}`);
}

/** What each mode has to show for itself. @law PRO-8 @law PRO-8b */
function checkProof(record: DocumentRecord, input: ServeDocument, ctx: Ctx): void {
  const { mode, handedOverOn, receivedBy, witness, note, fileIds } = input;
  refuseDay('handedOverOn', handedOverOn, record.issuedOn, ctx);
  if (mode === 'DIRECT' && receivedBy === undefined)
    throw wrongField('receivedBy', '直接送达须写明签收人', 'Say who signed for it');
  if (mode === 'LEFT' && witness === undefined && fileIds.length === 0)
    throw wrongField(
      'witness',
      '留置送达须有见证人，或上传拍照、录像',
      'Leaving it needs a witness, or photos or a video',
    );
  if (mode === 'ELECTRONIC' && fileIds.length === 0)
    throw wrongField(
      'fileIds',
      '电子送达须上传当事人签署的确认书',
      'Electronic service needs the signed consent as a file',
    );
  if (mode === 'PUBLIC_NOTICE' && note === undefined)
    throw wrongField('note', '请写明公告的地点或媒体', 'Say where the notice was posted');
}

/** The paper is served: its period is met on the day somebody acted, and an order goes to its case once it counts. */
async function asServed(
  record: DocumentRecord,
  servedOn: PlainDate,
  actedOn: PlainDate,
  mode: ServiceRecord['mode'],
  ctx: Ctx,
): Promise<MovePlan> {
  const first = record.servedOn === undefined || servedOn < record.servedOn ? servedOn : record.servedOn;
  const deadlines = meetDeadlines(record.deadlines, ['service'], actedOn);
  const set = { servedOn: first, deadlines, nextDueOn: dueOf(deadlines) };
  const orders = ordersIt(record) && record.effect !== 'done';
  if (!orders) return { set, andAlso: (changed) => tellAddressee(changed, first, ctx) };
  if (first > ctx.today) return { set: { ...set, effect: 'waiting' } };
  return {
    set: { ...set, effect: 'done' },
    andAlso: (changed) => changeCaseByPaper(changed, { servedOn: first, mode }, ctx),
  };
}

/** The company on record to which it is addressed; an order is told by its case. */
async function tellAddressee(
  { _id, caseId, caseNumber, officeCode, companyId }: DocumentRecord,
  servedOn: PlainDate,
  ctx: Ctx,
): Promise<void> {
  if (caseId === undefined || caseNumber === undefined) return;
  const told = {
    template: 'paperServed' as const,
    data: {},
    key: `document:${String(_id)}:served`,
    servedOn,
  };
  await tellServed({ caseId, caseNumber, officeCode }, companyId, told, ctx);
}

const dueOf = (deadlines: readonly Deadline[]): PlainDate => {
  const next = nextDeadline(deadlines);
  return next === undefined ? NEVER_DUE : currentDue(next);
};
