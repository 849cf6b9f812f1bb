import type {
  PayFileLineView,
  PayFileView,
  RefusedOutflowView,
  TransactionView,
  WageAccountView,
} from '@core/contract/funds.ts';
import { yuanText } from '@/format/money.ts';
import type { TableColumn } from '@/ui/table/table-column.ts';

const amount = <Row>(key: string, labelKey: string, fen: (row: Row) => number): TableColumn<Row> => ({
  key,
  labelKey,
  isNumber: true,
  text: (row) => yuanText(fen(row)),
});

export const ACCOUNT_COLUMNS: readonly TableColumn<WageAccountView>[] = [
  { key: 'project', labelKey: 'funds.project', text: (row) => row.projectName },
  { key: 'contractor', labelKey: 'funds.contractor', text: (row) => row.contractorName },
  { key: 'bank', labelKey: 'funds.bank', text: (row) => row.bankName, extra: true },
  { key: 'number', labelKey: 'funds.accountNumber', text: (row) => row.numberMasked },
  amount('balance', 'funds.balance', (row) => row.balanceFen),
  { key: 'inflow', labelKey: 'funds.lastInflow', text: (row) => row.lastInflowOn ?? '' },
  { key: 'outflow', labelKey: 'funds.lastOutflow', text: (row) => row.lastOutflowOn ?? '', extra: true },
  { key: 'closed', labelKey: 'funds.closedOn', text: (row) => row.closedOn ?? '', extra: true },
  { key: 'waiting', labelKey: 'funds.waiting', isNumber: true, text: (row) => String(row.payFilesWaiting) },
];

export const PAY_FILE_COLUMNS: readonly TableColumn<PayFileView>[] = [
  { key: 'number', labelKey: 'funds.number', text: (row) => row.number },
  { key: 'project', labelKey: 'funds.project', text: (row) => row.projectName },
  { key: 'months', labelKey: 'funds.months', text: (row) => row.payMonths.join(', ') },
  { key: 'state', labelKey: 'registry.state', text: (row) => row.state },
  { key: 'lines', labelKey: 'funds.people', isNumber: true, text: (row) => String(row.lines) },
  amount('total', 'funds.total', (row) => row.totalFen),
  amount('credited', 'funds.credited', (row) => row.creditedFen),
  { key: 'bounced', labelKey: 'funds.bounced', isNumber: true, text: (row) => String(row.bounced) },
];

export const LINE_COLUMNS: readonly TableColumn<PayFileLineView>[] = [
  { key: 'reference', labelKey: 'funds.reference', text: (row) => row.reference },
  { key: 'worker', labelKey: 'funds.worker', text: (row) => row.workerName },
  { key: 'card', labelKey: 'funds.card', text: (row) => row.bankCardMasked },
  amount('amount', 'funds.amount', (row) => row.amountFen),
  { key: 'result', labelKey: 'funds.resultTitle', text: (row) => row.result ?? '' },
  { key: 'on', labelKey: 'funds.on', text: (row) => row.resultOn ?? '' },
  { key: 'reason', labelKey: 'funds.reason', text: (row) => row.reason ?? '' },
];

export const transactionColumns = (t: (key: string) => string): TableColumn<TransactionView>[] => [
  { key: 'on', labelKey: 'funds.on', text: (row) => row.on },
  { key: 'kind', labelKey: 'funds.kindTitle', text: (row) => t(`funds.kind.${row.kind}`) },
  { key: 'counterparty', labelKey: 'funds.counterparty', text: (row) => row.counterparty },
  {
    key: 'in',
    labelKey: 'funds.in',
    isNumber: true,
    text: (row) => (row.direction === 'in' ? yuanText(row.amountFen) : ''),
  },
  {
    key: 'out',
    labelKey: 'funds.out',
    isNumber: true,
    text: (row) => (row.direction === 'out' ? yuanText(row.amountFen) : ''),
  },
  amount('balance', 'funds.balance', (row) => row.balanceFen),
  { key: 'bankRef', labelKey: 'funds.bankRef', text: (row) => row.bankRef, extra: true },
  { key: 'payReference', labelKey: 'funds.reference', text: (row) => row.payReference ?? '', extra: true },
];

export const refusedColumns = (
  t: (key: string) => string,
  say: (words: { zh: string; en: string }) => string,
): TableColumn<RefusedOutflowView>[] => [
  { key: 'on', labelKey: 'funds.on', text: (row) => row.on },
  { key: 'project', labelKey: 'funds.project', text: (row) => row.projectName },
  { key: 'counterparty', labelKey: 'funds.counterparty', text: (row) => row.counterparty },
  amount('amount', 'funds.amount', (row) => row.amountFen),
  { key: 'kind', labelKey: 'funds.kindTitle', text: (row) => t(`funds.kind.${row.kind}`) },
  { key: 'reason', labelKey: 'funds.why', text: (row) => say(row.reason) },
];
