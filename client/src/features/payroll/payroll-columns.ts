import type { PayrollView } from '@core/contract/payroll.ts';
import { yuanText } from '@/format/money.ts';
import type { TableColumn } from '@/ui/table/table-column.ts';

/** What the list of payroll sheets shows; cells that are more than text are drawn by the table's slots. */
export const payrollColumns = (t: (key: string) => string): TableColumn<PayrollView>[] => [
  { key: 'payMonth', labelKey: 'payroll.month', text: (row) => row.payMonth },
  { key: 'project', labelKey: 'roster.project', text: (row) => row.projectName },
  { key: 'team', labelKey: 'roster.team', text: (row) => row.teamName },
  { key: 'employer', labelKey: 'roster.employer', text: (row) => row.employerName, extra: true },
  { key: 'state', labelKey: 'registry.state', text: (row) => t(`payroll.state.${row.state}`) },
  { key: 'payOn', labelKey: 'payroll.payOn', text: (row) => row.payOn ?? '' },
  { key: 'people', labelKey: 'payroll.people', isNumber: true, text: (row) => String(row.people) },
  {
    key: 'gross',
    labelKey: 'payroll.gross',
    isNumber: true,
    text: (row) => yuanText(row.grossFen),
    fen: (row) => row.grossFen,
    extra: true,
  },
  {
    key: 'net',
    labelKey: 'payroll.net',
    isNumber: true,
    text: (row) => yuanText(row.netFen),
    fen: (row) => row.netFen,
  },
  {
    key: 'credited',
    labelKey: 'payroll.credited',
    isNumber: true,
    text: (row) => yuanText(row.creditedFen),
    fen: (row) => row.creditedFen,
  },
  { key: 'answers', labelKey: 'payroll.answers', text: () => '' },
];
