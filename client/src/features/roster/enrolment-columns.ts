import type { EnrolmentView } from '@core/contract/roster.ts';
import type { TableColumn } from '@/ui/table/table-column.ts';

type Words = (key: string, values?: Record<string, unknown>) => string;

/** What the list of people shows; cells that are more than text are drawn by the table's slots. */
export function enrolmentColumns(t: Words, workType: (code: string) => string): TableColumn<EnrolmentView>[] {
  return [
    { key: 'name', labelKey: 'workers.name', text: (row) => row.workerName },
    { key: 'team', labelKey: 'roster.team', text: (row) => row.teamName },
    { key: 'employer', labelKey: 'roster.employer', text: (row) => row.employerName, extra: true },
    { key: 'workType', labelKey: 'roster.workType', text: (row) => workType(row.workType) },
    { key: 'citizenId', labelKey: 'workers.citizenId', text: (row) => row.citizenIdMasked },
    { key: 'phone', labelKey: 'workers.phone', text: (row) => row.phoneMasked ?? '', extra: true },
    { key: 'bankCard', labelKey: 'workers.bankCard', text: (row) => row.bankCardMasked ?? '' },
    { key: 'state', labelKey: 'registry.state', text: (row) => t(`roster.state.${row.state}`) },
    { key: 'gate', labelKey: 'roster.gateTitle', text: (row) => gateText(t, row) },
    { key: 'enteredOn', labelKey: 'roster.enteredOn', isNumber: true, text: (row) => row.enteredOn ?? '' },
    {
      key: 'leftOn',
      labelKey: 'roster.leftOn',
      isNumber: true,
      text: (row) => row.leftOn ?? '',
      extra: true,
    },
  ];
}

/** What is missing at the gate, by name; nothing missing is said too. */
function gateText(t: Words, row: EnrolmentView): string {
  const missing = row.gate.filter(({ open }) => !open);
  return missing.length === 0
    ? t('roster.gateOpen')
    : missing.map(({ id }) => t(`roster.gate.${id}`)).join(t('registry.listComma'));
}
