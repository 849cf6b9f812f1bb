import type { ComplaintRow } from '@core/contract/complaints.ts';
import { useI18n } from 'vue-i18n';
import { yuanText } from '@/format/money.ts';
import { usePeopleText } from './people-text.ts';
import type { TableColumn } from '@/ui/table/table-column.ts';

/** The columns of the queue, in the order in which a clerk reads: until when, which, who against whom, how much. */
export function useComplaintColumns(): TableColumn<ComplaintRow>[] {
  const { t } = useI18n();
  const people = usePeopleText();
  return [
    {
      key: 'due',
      labelKey: 'complaints.column.due',
      sort: 'nextDueOn',
      text: (row) => row.nextDue?.dueOn ?? '',
    },
    {
      key: 'receipt',
      labelKey: 'complaints.column.receipt',
      sort: 'receivedAt',
      text: (row) => row.receiptNumber,
    },
    {
      key: 'who',
      labelKey: 'complaints.column.who',
      text: (row) => [row.complainantName, row.employerName, row.projectName].filter(Boolean).join(' '),
    },
    {
      key: 'people',
      labelKey: 'complaints.column.people',
      sort: 'headcount',
      isNumber: true,
      text: (row) => people(row.headcount),
    },
    {
      key: 'owed',
      labelKey: 'complaints.column.owed',
      sort: 'owedFen',
      isNumber: true,
      text: (row) => yuanText(row.owedFen),
      fen: (row) => row.owedFen,
    },
    { key: 'state', labelKey: 'complaints.column.state', text: (row) => t(`complaints.state.${row.state}`) },
    { key: 'owner', labelKey: 'complaints.column.owner', text: (row) => row.ownerName ?? '' },
    { key: 'case', labelKey: 'complaints.column.case', text: (row) => row.caseNumber ?? '', extra: true },
  ];
}
