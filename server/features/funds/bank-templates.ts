import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { writeTemplate } from '../../platform/workbooks/index.ts';
import { getProjectRef } from '../projects/index.ts';
import { branchWithin } from './funds-reach.ts';
import { findLedger } from './ledger.model.ts';
import { findPayFileLines } from './pay-file-line.model.ts';
import { findPayFile } from './pay-file.model.ts';
import { RESULT_COLUMNS } from './results-sheet.ts';
import { TRANSACTION_COLUMNS } from './transactions-sheet.ts';

export interface Workbook {
  name: string;
  bytes: Uint8Array;
}

const RESULT_HINTS = [
  '每一行是代发文件里还没有登记到账的一笔；代发编号不要改。',
  '结果填“到账”或“退回”；退回必须写明退回原因。',
  '金额是实际到账的金额，退回的不用改；日期是到账或退回的那一天，不能晚于今天。',
  '还不知道结果的行请整行删去，以后再传。',
];
const TRANSACTION_HINTS = [
  '每笔收支一行；银行流水号一笔一个，重复上传不会记两次。',
  '收入的用途：人工费用、利息、退回工资。支出只有发放工资一种。',
  '支出必须填代发编号；收款人和金额与代发文件一致，否则拒绝并上报劳动监察机构。',
];
/** The answer is matched by its reference: no card has to leave the system for it. */
const ANSWERED = RESULT_COLUMNS.filter(({ key }) => key !== 'bankCard');

/** What of a pay file is not credited yet, to be answered line by line. */
export async function resultsTemplate(payFileId: string, ctx: Ctx): Promise<Workbook> {
  const file = await findPayFile(payFileId, branchWithin(ctx));
  if (file === null) throw new AppError('notFound');
  const open = (await findPayFileLines(payFileId)).filter(({ result }) => result !== 'credited');
  const rows = open.map(({ reference, workerName, bankName, amountFen }) => ({
    ...{ reference, workerName, bankName: bankName ?? null, amountFen },
  }));
  const words = { title: `${file.number} 代发结果`, hints: RESULT_HINTS };
  return { name: `${file.number} 代发结果.xlsx`, bytes: await writeTemplate(ANSWERED, rows, words) };
}

/** An empty workbook for the movements of one account. */
export async function transactionsTemplate(projectId: string, ctx: Ctx): Promise<Workbook> {
  if ((await findLedger(projectId, branchWithin(ctx))) === null) throw new AppError('notFound');
  const { name } = await getProjectRef(projectId);
  const words = { title: '账户流水', hints: TRANSACTION_HINTS };
  return { name: `${name} 账户流水.xlsx`, bytes: await writeTemplate(TRANSACTION_COLUMNS, [], words) };
}
