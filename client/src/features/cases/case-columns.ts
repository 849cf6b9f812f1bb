import type { CaseRow } from '@core/contract/cases.ts';
import { useI18n } from 'vue-i18n';
import { yuanText } from '@/format/money.ts';
import { usePeopleText } from '@/features/complaints/people-text.ts';
import type { TableColumn } from '@/ui/table/table-column.ts';

/** The columns of the case queue, in the order in which an inspector reads. */
export function useCaseColumns(): TableColumn<CaseRow>[] {
  const { t } = useI18n();
  const people = usePeopleText();
  return [
    {
      key: 'due',
      labelKey: 'complaints.column.due',
      sort: 'nextDueOn',
      text: (row) => row.nextDue?.dueOn ?? '',
    },
    { key: 'number', labelKey: 'cases.column.number', sort: 'filedAt', text: (row) => row.caseNumber },
    {
      key: 'what',
      labelKey: 'cases.column.what',
      text: (row) => [row.title, row.respondentName, row.projectName].filter(Boolean).join(' '),
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
    {
      key: 'seen',
      labelKey: 'cases.column.seen',
      isNumber: true,
      text: (row) => yuanText(row.seenFen),
      fen: (row) => row.seenFen,
    },
    { key: 'state', labelKey: 'complaints.column.state', text: (row) => t(`cases.state.${row.state}`) },
    { key: 'lead', labelKey: 'cases.column.lead', text: (row) => row.leadInspectorName },
    {
      key: 'complaints',
      labelKey: 'cases.column.complaints',
      isNumber: true,
      text: (row) => String(row.complaintCount),
      extra: true,
    },
  ];
}
