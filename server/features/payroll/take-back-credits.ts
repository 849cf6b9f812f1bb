import type { TakeBackCredits } from '../../core/contract/funds.ts';
import { sumFen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { CreditGone } from '../cases/index.ts';
import { tellCreditTakenBack } from '../cases/index.ts';
import { askAboutCredits } from './ask-about-credits.ts';
import { bySheet } from './mark-sent.ts';
import type { SentLine } from './mark-sent.ts';
import { saveMove } from './move-payroll.ts';
import { asLines, lineSecrets, PayrollLines } from './payroll-line.model.ts';
import { PAYROLL_FLOW } from './payroll.flow.ts';
import type { PayrollHistory, PayrollLineRecord, StoredBank } from './payroll.record.ts';
import { findSheet } from './payroll-sheet.model.ts';
import { moneyChange } from './sheet-kept.ts';

type Wrong = Pick<TakeBackCredits, 'on' | 'reason'>;

/**
 * Credits the bank had on record and that prove wrong: the lines count as returned from that day on, what was said first
 * stays beside it, and the sheets are no longer paid by them. Who was told of the money is told that it did not come,
 * and so are the inspectors in whose cases he stands.
 * @law REG-31-1
 */
export async function takeBackCredits(
  credits: readonly SentLine[],
  wrong: Wrong,
  ctx: Ctx,
): Promise<PayrollLineRecord[]> {
  return inTransaction(async () => {
    const ids = credits.map(({ lineId }) => lineId);
    const lines = asLines(await PayrollLines.find({ _id: { $in: ids } }).lean());
    const references = new Map(credits.map(({ lineId, reference }) => [lineId, reference]));
    if (lines.length !== references.size) throw new AppError('notFound');
    for (const { _id, bank } of lines)
      if (bank.state !== 'credited' || bank.reference !== references.get(String(_id)))
        throw new AppError('conflict', { state: bank.state });
    await save(lines, wrong);
    for (const [sheetId, own] of bySheet(lines)) await followLines(sheetId, own, wrong, ctx);
    await tellCreditTakenBack(lines.map(creditGone), ctx);
    return lines;
  });
}

function creditGone(line: PayrollLineRecord): CreditGone {
  const { projectId, payMonth, complaintId } = line;
  const { citizenId, phone } = lineSecrets.openFields(line);
  return { projectId, payMonth, citizenId, phone, ...(complaintId === undefined ? {} : { complaintId }) };
}

/** What the line says from now on; the credit moves into its past. */
function bankAfter({ bank }: Pick<PayrollLineRecord, 'bank'>, { on, reason }: Wrong): StoredBank {
  const { amountFen, on: creditedOn, takenBack = [] } = bank;
  if (amountFen === undefined || creditedOn === undefined) throw new Error('A credit without its sum or day');
  return {
    ...bank,
    ...{ state: 'bounced', on, reason },
    takenBack: [...takenBack, { amountFen, creditedOn, on, reason }],
  };
}

async function save(lines: readonly PayrollLineRecord[], wrong: Wrong): Promise<void> {
  const written = await PayrollLines.bulkWrite(
    lines.map((line) => ({
      updateOne: {
        filter: { _id: line._id, version: line.version },
        update: { $set: { bank: bankAfter(line, wrong) }, $inc: { version: 1 } },
      },
    })),
  );
  if (written.modifiedCount !== lines.length) throw new AppError('staleVersion');
}

async function followLines(
  sheetId: string,
  lines: readonly PayrollLineRecord[],
  wrong: Wrong,
  ctx: Ctx,
): Promise<void> {
  const sheet = await findSheet(sheetId);
  if (sheet === null) throw new Error('A payroll line without its sheet');
  if (!('takeBack' in PAYROLL_FLOW[sheet.state])) throw new AppError('conflict', { state: sheet.state });
  const fenGone = sumFen(lines.map(({ bank }) => bank.amountFen ?? sumFen([])));
  const money = moneyChange(
    lines.map((line) => ({ before: line, after: { netFen: line.netFen, bank: bankAfter(line, wrong) } })),
  );
  const inc = { ...money.inc, credited: -lines.length, creditedFen: -fenGone, bounced: lines.length };
  const to = sheet.credited > lines.length ? ('partPaid' as const) : ('payFileIssued' as const);
  const history: PayrollHistory = {
    ...{ action: 'takeBack', from: sheet.state, to, at: ctx.now, on: ctx.today },
    by: { kind: 'system' },
    reason: wrong.reason,
    facts: { takenBack: lines.length, fen: fenGone, wrongOn: wrong.on },
  };
  const creditedOn = await newestCredit(sheetId);
  const kept =
    creditedOn === undefined
      ? { set: { state: to }, unset: { 'money.creditedOn': 1 as const } }
      : { set: { state: to, 'money.creditedOn': creditedOn } };
  await saveMove(sheet, { ...kept, inc, history }, ctx);
  const tell = { sheetId, areaCode: sheet.areaCode, occasion: 'takenBack' } as const;
  const told = lines.map(({ _id, bank }) => ({
    lineId: String(_id),
    takenBack: (bank.takenBack ?? []).length + 1,
  }));
  await askAboutCredits(tell, told, ctx);
}

/** The day of the newest credit that is left (index sheetId+row). */
async function newestCredit(sheetId: string): Promise<PlainDate | undefined> {
  const credited = { sheetId, 'bank.state': 'credited' as const };
  const left = asLines(await PayrollLines.find(credited, { 'bank.on': 1 }).lean());
  return left
    .flatMap(({ bank }) => bank.on ?? [])
    .sort()
    .at(-1);
}
