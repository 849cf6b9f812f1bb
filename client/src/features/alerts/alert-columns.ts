import type { AlertRow } from '@core/contract/alerts.ts';
import { say } from '@/i18n/index.ts';
import type { TableColumn } from '@/ui/table/table-column.ts';

/** The columns of the queue, as an inspector reads: how grave, what, where, since when, how far, until when. */
export const alertColumns = (
  t: (key: string) => string,
  ruleName: (rule: string) => string,
): TableColumn<AlertRow>[] => [
  {
    key: 'level',
    labelKey: 'alerts.column.level',
    sort: 'urgency',
    text: (row) => t(`alerts.level.${row.level}`),
  },
  {
    key: 'message',
    labelKey: 'alerts.column.message',
    text: (row) => `${ruleName(row.rule)} ${say(row.message)}`,
  },
  { key: 'number', labelKey: 'alerts.column.number', text: (row) => row.number, extra: true },
  { key: 'project', labelKey: 'alerts.column.project', text: (row) => row.projectName },
  { key: 'month', labelKey: 'alerts.column.month', text: (row) => row.month ?? '' },
  { key: 'since', labelKey: 'alerts.column.since', sort: 'since', text: (row) => row.since },
  {
    key: 'raisedOn',
    labelKey: 'alerts.column.raisedOn',
    sort: 'raisedOn',
    text: (row) => row.raisedOn,
    extra: true,
  },
  {
    key: 'step',
    labelKey: 'alerts.column.step',
    text: (row) => (row.step ? t(`alerts.step.${row.step}`) : ''),
  },
  { key: 'answerBy', labelKey: 'alerts.column.answerBy', text: (row) => row.answerBy ?? '' },
  { key: 'state', labelKey: 'alerts.column.state', text: (row) => t(`alerts.state.${row.state}`) },
];
