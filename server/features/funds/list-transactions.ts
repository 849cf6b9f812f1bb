import type { Locale } from '../../core/contract/accounts.ts';
import type { TransactionKind, TransactionView } from '../../core/contract/funds.ts';
import type { ExportFormat, Page, PageQuery } from '../../core/contract/page.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { transactionsWithin } from './funds-reach.ts';
import { getAccount } from './list-accounts.ts';
import { transactionView } from './transaction-view.ts';
import type { TransactionRecord } from './transaction.model.ts';
import { Transactions } from './transaction.model.ts';

export interface ListTransactions extends PageQuery {
  from?: PlainDate;
  to?: PlainDate;
  direction?: 'in' | 'out';
}

/** What moved on one account, the last posting first; its owner sees the labour cost that came in. */
export async function listTransactions(
  projectId: string,
  query: ListTransactions,
  ctx: Ctx,
): Promise<Page<TransactionView>> {
  await getAccount(projectId, ctx);
  const { from, to, direction } = query;
  const on = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
  const asked = {
    projectId,
    ...(Object.keys(on).length === 0 ? {} : { on }),
    ...(direction === undefined ? {} : { direction }),
  };
  const page = await keysetPage<TransactionRecord>(Transactions, {
    sorts: { posted: 'place' },
    fallback: '-posted',
    limits: { $and: [asked, await transactionsWithin(projectId, ctx)] },
    query,
  });
  return { ...page, items: page.items.map(transactionView) };
}

export const KIND_WORDS: Readonly<Record<TransactionKind, Readonly<Record<Locale, string>>>> = {
  labourCost: { 'zh-CN': '人工费用', en: 'Labour cost' },
  interest: { 'zh-CN': '利息', en: 'Interest' },
  wages: { 'zh-CN': '发放工资', en: 'Wages' },
  returnOfBounced: { 'zh-CN': '退回工资', en: 'Wages returned' },
  balanceToContractor: { 'zh-CN': '销户余额退总包', en: 'Balance to the contractor' },
};

type Row = Pick<TransactionView, 'on' | 'counterparty' | 'bankRef' | 'balanceFen'> & {
  kind: string;
  inFen: number | undefined;
  outFen: number | undefined;
  payReference: string | undefined;
};
const COLUMNS: readonly Column<Row>[] = [
  { key: 'on', zh: '日期', en: 'Day', kind: 'day' },
  { key: 'kind', zh: '用途', en: 'Kind', kind: 'text' },
  { key: 'counterparty', zh: '对方', en: 'Other side', kind: 'text' },
  { key: 'inFen', zh: '收入（元）', en: 'In (yuan)', kind: 'fen' },
  { key: 'outFen', zh: '支出（元）', en: 'Out (yuan)', kind: 'fen' },
  { key: 'balanceFen', zh: '余额（元）', en: 'Balance (yuan)', kind: 'fen' },
  { key: 'bankRef', zh: '银行流水号', en: 'Bank reference', kind: 'text' },
  { key: 'payReference', zh: '代发编号', en: 'Pay reference', kind: 'text' },
];

/** The same list, with its filters and limits, as a table to download. */
export function transactionsTable(
  projectId: string,
  { format, ...filter }: Omit<ListTransactions, 'cursor' | 'limit'> & { format: ExportFormat },
  ctx: Ctx,
  locale: Locale,
): Table<Row> {
  const found = pages((page) => listTransactions(projectId, { ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Transactions' : '专用账户流水';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<TransactionView>, locale: Locale): AsyncGenerator<Row> {
  for await (const { direction, kind, amountFen, ...one } of found) {
    const inFen = direction === 'in' ? amountFen : undefined;
    const outFen = direction === 'out' ? amountFen : undefined;
    const { on, counterparty, bankRef, balanceFen, payReference } = one;
    yield {
      on,
      kind: KIND_WORDS[kind][locale],
      counterparty,
      inFen,
      outFen,
      balanceFen,
      bankRef,
      payReference,
    };
  }
}
