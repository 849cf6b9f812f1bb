import type { PayrollAction } from '@core/contract/payroll.ts';
import type { ActSpec } from '@/ui/act/act-spec.ts';

/** Acts that need nothing but a yes, with what follows from them; returning and revising have pages of their own. */
export type PlainAct = Exclude<PayrollAction, 'return' | 'revise'>;

export const PLAIN_ACTS: Record<PlainAct, ActSpec> = {
  approve: { titleKey: 'payroll.act.approve', consequenceKey: 'payroll.consequence.approve', fields: [] },
  issuePayFile: {
    titleKey: 'payroll.act.issuePayFile',
    consequenceKey: 'payroll.consequence.issuePayFile',
    fields: [],
    body: () => ({}),
  },
  deliverSlips: {
    titleKey: 'payroll.act.deliverSlips',
    consequenceKey: 'payroll.consequence.deliverSlips',
    fields: [],
  },
};
export const isPlainAct = (action: PayrollAction): action is PlainAct => action in PLAIN_ACTS;
