import type { PayrollState } from '../../core/contract/payroll.ts';
import type { Fen } from '../../core/kit/money.ts';
import { sumFen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { askAboutCredits } from './ask-about-credits.ts';
import { bySheet } from './mark-sent.ts';
import { saveMove } from './move-payroll.ts';
import { asLines, PayrollLines } from './payroll-line.model.ts';
import { PAYROLL_FLOW } from './payroll.flow.ts';
import type { PayrollHistory, PayrollLineRecord, PayrollSheetRecord } from './payroll.record.ts';
import { findSheet } from './payroll-sheet.model.ts';
import { moneyChange } from './sheet-kept.ts';

/** What the bank says of one line it was sent. */
export interface BankResult {
  lineId: string;
  /** As in the pay file; an answer to an earlier attempt changes nothing once the line was sent again. */
  reference?: string;
  result: 'credited' | 'bounced';
  amountFen: Fen;
  on: PlainDate;
  reason?: string;
}
/** `repeated`: said before in the same words, or of an attempt that is no longer the last. */
export type ResultTaken = 'taken' | 'repeated';

/** One answer of the bank; see `recordBankResults`. */
export async function recordBankResult(result: BankResult, ctx: Ctx): Promise<ResultTaken> {
  const [taken] = await recordBankResults([result], ctx);
  return taken ?? 'repeated';
}

/**
 * The bank's answers line by line: a line that came back may be answered anew, a credited one never otherwise (409:
 * a credit that proves wrong is taken back first),
 * the same answer again changes nothing. Sheets follow their lines; who was credited is told and asked.
 * @law REG-31-1
 */
export async function recordBankResults(results: readonly BankResult[], ctx: Ctx): Promise<ResultTaken[]> {
  return inTransaction(async () => {
    const ids = results.map(({ lineId }) => lineId);
    const found = asLines(await PayrollLines.find({ _id: { $in: ids } }).lean());
    const lines = new Map(found.map((line) => [String(line._id), line]));
    const changes = new Map<string, Change>();
    const taken = results.map((result): ResultTaken => {
      const line = lines.get(result.lineId);
      if (line === undefined) throw new AppError('notFound');
      const before = changes.get(result.lineId)?.result;
      const known = before === undefined ? line.bank : { ...line.bank, ...before, state: before.result };
      if (isOver({ ...line, bank: known }, result)) return 'repeated';
      changes.set(result.lineId, { line, result });
      return 'taken';
    });
    await save([...changes.values()]);
    for (const [sheetId, own] of bySheet([...changes.values()].map(withSheet)))
      await followLines(sheetId, own, ctx);
    return taken;
  });
}

interface Change {
  line: PayrollLineRecord;
  result: BankResult;
}
const withSheet = (change: Change): Change & { sheetId: string } => ({
  ...change,
  sheetId: change.line.sheetId,
});

/** Nothing new; throws where it says otherwise of money that has arrived, or of a line nobody sent. */
function isOver({ bank }: Pick<PayrollLineRecord, 'bank'>, result: BankResult): boolean {
  if (bank.state === 'none') throw new AppError('conflict', { state: bank.state });
  if (result.reference !== undefined && result.reference !== bank.reference) {
    // Of an attempt before the last: that it came back is known, that it arrived after all would be paying twice.
    if (result.result === 'bounced') return true;
    throw new AppError('conflict', { state: bank.state });
  }
  if (bank.state === 'sent' || bank.state !== result.result) {
    if (bank.state === 'credited') throw new AppError('conflict', { state: bank.state });
    return false;
  }
  const isSame = bank.amountFen === result.amountFen && bank.on === result.on;
  if (bank.state === 'credited' && !isSame) throw new AppError('conflict', { state: bank.state });
  return bank.state === 'credited' || (isSame && bank.reason === result.reason);
}

async function save(changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const written = await PayrollLines.bulkWrite(
    changes.map(({ line, result: { result: state, amountFen, on, reason } }) => ({
      updateOne: {
        filter: { _id: line._id, version: line.version },
        update: {
          $set: {
            bank: {
              ...withoutReason(line.bank),
              state,
              amountFen,
              on,
              ...(reason === undefined ? {} : { reason }),
            },
          },
          $inc: { version: 1 },
        },
      },
    })),
  );
  if (written.modifiedCount !== changes.length) throw new AppError('staleVersion');
}

function withoutReason({ reason: _old, ...bank }: PayrollLineRecord['bank']): PayrollLineRecord['bank'] {
  return bank;
}

async function followLines(sheetId: string, changes: readonly Change[], ctx: Ctx): Promise<void> {
  const sheet = await findSheet(sheetId);
  if (sheet === null) throw new Error('A payroll line without its sheet');
  if (!('result' in PAYROLL_FLOW[sheet.state])) throw new AppError('conflict', { state: sheet.state });
  const credited = changes.filter(({ result }) => result.result === 'credited');
  const was = (state: string): number => changes.filter(({ line }) => line.bank.state === state).length;
  const money = moneyChange(
    changes.map(({ line, result }) => {
      const { result: state, amountFen, on } = result;
      return { before: line, after: { netFen: line.netFen, bank: { ...line.bank, state, amountFen, on } } };
    }),
  );
  const inc = {
    ...money.inc,
    credited: credited.length,
    creditedFen: sumFen(credited.map(({ result }) => result.amountFen)),
    bounced: changes.length - credited.length - was('bounced'),
  };
  const to = await stateAfter(sheet, sheet.credited + inc.credited);
  const history: PayrollHistory = {
    action: 'result',
    from: sheet.state,
    to,
    at: ctx.now,
    on: ctx.today,
    by: { kind: 'system' },
    facts: {
      credited: inc.credited,
      creditedFen: inc.creditedFen,
      bounced: changes.length - credited.length,
    },
  };
  await saveMove(sheet, { set: { state: to }, inc, max: money.max, history }, ctx);
  if (credited.length > 0)
    await askAboutCredits(
      { sheetId, areaCode: sheet.areaCode, occasion: 'credited' },
      credited.map(({ line: { _id, bank } }) => ({
        lineId: String(_id),
        takenBack: (bank.takenBack ?? []).length,
      })),
      ctx,
    );
}

/** Paid once everybody with money to get has all of it: who was never sent for want of a card, or got less, keeps it open. */
async function stateAfter(sheet: PayrollSheetRecord, credited: number): Promise<PayrollState> {
  if (credited === 0) return sheet.state;
  const open = {
    sheetId: String(sheet._id),
    netFen: { $gt: 0 },
    $or: [{ 'bank.state': { $ne: 'credited' as const } }, { $expr: { $lt: ['$bank.amountFen', '$netFen'] } }],
  };
  return (await PayrollLines.countDocuments(open)) === 0 ? 'paid' : 'partPaid';
}
