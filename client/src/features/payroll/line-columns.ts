import type { PayrollLineView } from '@core/contract/payroll.ts';
import { yuanText } from '@/format/money.ts';
import { daysText } from '@/features/roster/attendance-marks.ts';
import { PAY_KIND_WORDS } from '@/features/roster/roster-looks.ts';
import type { TableColumn } from '@/ui/table/table-column.ts';

export const deductedFen = ({ deductions }: PayrollLineView): number =>
  Object.values(deductions).reduce((sum, part) => sum + part, 0);

const money = (
  key: string,
  fen: (row: PayrollLineView) => number,
  extra = false,
): TableColumn<PayrollLineView> => ({
  key,
  labelKey: `payroll.${key}`,
  isNumber: true,
  text: (row) => yuanText(fen(row)),
  fen,
  ...(extra && { extra }),
});

/** What the lines of a sheet show; bank and answer are drawn by the table's slots. */
export const lineColumns = (t: (key: string) => string): TableColumn<PayrollLineView>[] => [
  { key: 'row', labelKey: 'sheets.row', isNumber: true, text: ({ row }) => String(row) },
  { key: 'name', labelKey: 'workers.name', text: (row) => row.workerName },
  { key: 'citizenId', labelKey: 'workers.citizenId', text: (row) => row.citizenIdMasked, extra: true },
  { key: 'bankCard', labelKey: 'workers.bankCard', text: (row) => row.bankCardMasked ?? '', extra: true },
  {
    key: 'payKind',
    labelKey: 'roster.payKindTitle',
    text: (row) => t(PAY_KIND_WORDS[row.payKind]),
    extra: true,
  },
  { key: 'days', labelKey: 'payroll.days', isNumber: true, text: (row) => daysText(row.daysHundredths) },
  money('overtime', (row) => row.overtimeFen, true),
  money('allowances', (row) => row.allowancesFen, true),
  money('backPay', (row) => row.backPayFen, true),
  money('gross', (row) => row.grossFen),
  money('advance', (row) => row.advanceFen, true),
  // With the advance: gross less this column is the net beside it.
  money('deductions', (row) => row.advanceFen + deductedFen(row)),
  money('net', (row) => row.netFen),
  { key: 'bank', labelKey: 'payroll.bankTitle', text: (row) => t(`payroll.bank.${row.bank.state}`) },
  {
    key: 'answer',
    labelKey: 'payroll.answerTitle',
    text: (row) => t(`payroll.answer.${row.answer?.kind ?? 'unanswered'}`),
  },
];
