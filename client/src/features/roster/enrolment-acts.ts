import type { EnrolmentAction } from '@core/contract/roster.ts';
import type { PlainDate } from '@core/kit/plain-date.ts';
import type { SiteMoves } from '@/api/roster.ts';
import { reasonField, textOf, type ActField, type ActSpec, type ActValues } from '@/ui/act/act-spec.ts';

export type SiteMove = keyof SiteMoves & EnrolmentAction;

const day = (labelKey: string): ActField => ({ name: 'on', kind: 'day', labelKey });
const dayOf = (values: ActValues): PlainDate => textOf(values, 'on') as PlainDate; // a date field gives a day

/** What moves a person over the site's gate: what follows from it, and what it asks. */
export const SITE_ACTS: Record<SiteMove, ActSpec & { body: (values: ActValues) => SiteMoves[SiteMove] }> = {
  enter: {
    titleKey: 'roster.act.enter',
    consequenceKey: 'roster.consequence.enter',
    fields: [day('roster.enteredOn')],
    body: (values) => ({ on: dayOf(values) }),
  },
  leave: {
    titleKey: 'roster.act.leave',
    consequenceKey: 'roster.consequence.leave',
    fields: [day('roster.leftOn'), reasonField],
    body: (values) => ({ on: dayOf(values), reason: textOf(values, 'reason') }),
  },
  settle: {
    titleKey: 'roster.act.settle',
    consequenceKey: 'roster.consequence.settle',
    fields: [
      day('roster.settledOn'),
      { name: 'note', kind: 'words', labelKey: 'record.note', hintKey: 'roster.settleHint' },
    ],
    body: (values) => ({ on: dayOf(values), note: textOf(values, 'note') }),
  },
};
export const isSiteMove = (action: EnrolmentAction): action is SiteMove => action in SITE_ACTS;
