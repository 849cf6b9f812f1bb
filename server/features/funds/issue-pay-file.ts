import mongoose from 'mongoose';
import type { PayFileView, RepayLine } from '../../core/contract/funds.ts';
import type { IssuePayFile } from '../../core/contract/payroll.ts';
import { formatYuan, sumFen } from '../../core/kit/money.ts';
import { maskField } from '../../platform/crypto/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { LineToPay } from '../payroll/index.ts';
import { linesToPay, linesToRepay, markSent } from '../payroll/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { positionOn } from '../projects/index.ts';
import type { LedgerRecord } from './ledger.model.ts';
import { demandOpen } from './demand-open.ts';
import { addToLedger, findLedger } from './ledger.model.ts';
import { insertPayFileLines } from './pay-file-line.model.ts';
import { nextPayFileNumber } from './pay-file-number.ts';
import { payFileViews } from './pay-file-view.ts';
import type { PayFileRecord } from './pay-file.model.ts';
import { insertPayFile } from './pay-file.model.ts';
import { tellBank } from './tell-funds.ts';

type WithCard = LineToPay & { bankCard: string };

/**
 * The general contractor sends approved wages of one project to the bank that keeps its account, or sends again what
 * came back. Whoever has no card on record is named and left out: the others do not wait for him.
 * @law REG-31-1
 */
export async function issuePayFile(asked: IssuePayFile, ctx: Ctx): Promise<PayFileView> {
  return inTransaction(async () => {
    const project = await ownSite(asked.projectId, ctx);
    const ledger = await findLedger(project.id);
    if (ledger === null) throw new AppError('wageAccountMissing');
    demandOpen(ledger);
    const lines = await wantedLines(asked, ctx);
    const payable = lines.filter((line): line is WithCard => line.bankCard !== undefined);
    const leftOut = lines.flatMap(({ lineId, workerName, bankCard }) =>
      bankCard === undefined ? [{ lineId, workerName }] : [],
    );
    if (payable.length === 0) throw nothingToSend(leftOut);
    const file = await keep(project, ledger, payable, asked.repayLineIds !== undefined, ctx);
    const [view] = await payFileViews([file], ctx);
    if (view === undefined) throw new AppError('notFound');
    return { ...view, ...(leftOut.length === 0 ? {} : { leftOut }) };
  });
}

/** What can be sent again of a project, with the card as the roster knows it today. */
export async function listRepay(projectId: string, ctx: Ctx): Promise<RepayLine[]> {
  await ownSite(projectId, ctx);
  const lines = await linesToRepay(projectId);
  return lines.map(({ lineId, payMonth, workerName, netFen, attempts, reason, bankCard }) => ({
    lineId,
    payMonth,
    workerName,
    amountFen: netFen,
    attempts,
    ...(reason === undefined ? {} : { reason }),
    ...(bankCard === undefined ? {} : { bankCardMasked: maskField('bankCard', bankCard) }),
  }));
}

/** The general contractor pays, nobody else; others do not learn that there is anything to pay. */
async function ownSite(projectId: string, ctx: Ctx): Promise<ProjectRef> {
  const { project, isGeneralContractor } = await positionOn(projectId, ctx);
  if (!isGeneralContractor && ctx.actor.kind !== 'system') throw new AppError('forbidden');
  return project;
}

async function wantedLines({ projectId, sheetIds, repayLineIds }: IssuePayFile, ctx: Ctx) {
  const lines = await linesToPay(
    repayLineIds === undefined ? { sheetIds: sheetIds ?? [] } : { repayLineIds },
    ctx,
  );
  // Of another site: it is not there for somebody who acts on this one.
  if (lines.some((line) => line.projectId !== projectId)) throw new AppError('notFound');
  return lines;
}

function nothingToSend(leftOut: readonly { workerName: string }[]): AppError {
  if (leftOut.length === 0) return new AppError('nothingToPay');
  const fields = leftOut.slice(0, 200).map(({ workerName }, row) => ({
    in: 'body' as const,
    path: `lines.${row}`,
    rule: 'card.missing',
    zh: `${workerName}：花名册上没有本人银行卡`,
    en: `${workerName}: no bank card on the roster`,
  }));
  return new AppError('invalidInput', { count: leftOut.length }, fields);
}

async function keep(
  project: ProjectRef,
  ledger: LedgerRecord,
  lines: readonly WithCard[],
  isRepay: boolean,
  ctx: Ctx,
): Promise<PayFileRecord> {
  const { areaCode } = project;
  const number = await nextPayFileNumber(areaCode, ctx.today);
  const file: PayFileRecord = {
    _id: new mongoose.Types.ObjectId(),
    version: 1,
    number,
    projectId: project.id,
    areaCode,
    branchCode: ledger.branchCode,
    payMonths: [...new Set(lines.map(({ payMonth }) => payMonth))].sort(),
    isRepay,
    lines: lines.length,
    totalFen: sumFen(lines.map(({ netFen }) => netFen)),
    credited: 0,
    creditedFen: sumFen([]),
    bounced: 0,
    state: 'issued',
    issuedAt: ctx.now,
  };
  const payFileId = String(file._id);
  const sent = lines.map((line, index) => ({ line, place: index + 1, reference: `${number}-${index + 1}` }));
  await insertPayFile(file);
  await insertPayFileLines(
    sent.map(({ line, place, reference }) => ({
      payFileId,
      projectId: project.id,
      place,
      reference,
      lineId: line.lineId,
      payMonth: line.payMonth,
      workerName: line.workerName,
      ...(line.bankName === undefined ? {} : { bankName: line.bankName }),
      amountFen: line.netFen,
      card: line.bankCard,
    })),
  );
  await markSent(
    sent.map(({ line: { lineId }, reference }) => ({ lineId, reference })),
    payFileId,
    ctx,
  );
  await addToLedger(project.id, { payFilesWaiting: 1 });
  const facts = { number, lines: file.lines, totalFen: file.totalFen, isRepay };
  await appendEvent({ subject: `project:${project.id}`, areaCode, action: 'payFile.issued', facts }, ctx);
  await tellBank(file, { people: file.lines, yuan: formatYuan(file.totalFen) }, ctx);
  return file;
}
