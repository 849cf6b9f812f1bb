import type { ConfirmWithdrawal } from '@core/contract/complaint-moves.ts';
import { textOf, type ActSpec, type ActValues } from '@/ui/act/act-spec.ts';

/** The guard of who wants to go: asked back on a second channel, and nobody presses him. */
export const askedBackFields: ActSpec['fields'] = [
  {
    name: 'confirmedBy',
    kind: 'choice',
    labelKey: 'complaints.field.confirmedBy',
    choices: [
      { value: 'phone', labelKey: 'complaints.field.byPhone' },
      { value: 'visit', labelKey: 'complaints.field.byVisit' },
    ],
  },
  { name: 'notPressed', kind: 'check', labelKey: 'complaints.field.notPressed' },
  { name: 'note', kind: 'words', labelKey: 'complaints.field.withdrawalNote' },
];

/** What the answers say to the server; the box that nobody presses him has to be ticked before. */
export const askedBack = (values: ActValues): ConfirmWithdrawal => ({
  confirmedBy: textOf(values, 'confirmedBy') === 'visit' ? 'visit' : 'phone',
  pressed: false,
  note: textOf(values, 'note'),
});
