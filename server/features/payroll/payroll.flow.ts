import type { PayrollAction, PayrollState } from '../../core/contract/payroll.ts';
import type { LawFlow } from '../../core/law/law-flow.ts';

/** As whom somebody acts on a sheet: the general contractor's labour officer, one who may file it, the bank's answer. */
export type PayrollRole = 'labourOfficer' | 'generalContractor' | 'employer' | 'bank';
export const PAYROLL_ROLES: readonly PayrollRole[] = [
  'labourOfficer',
  'generalContractor',
  'employer',
  'bank',
];

/** What happens to a sheet without a button: results of the bank, line by line, and credits it takes back. */
export type PayrollStep = PayrollAction | 'result' | 'takeBack';

const APPROVE = { to: 'approved', by: ['labourOfficer'], cite: 'REG-28-2' } as const;
const RETURN = { to: 'returned', by: ['labourOfficer'], needs: ['reason'], cite: 'REG-28-2' } as const;
const REVISE = { to: 'superseded', by: ['employer'] } as const;
const TAKE_BACK = {
  to: 'partPaid',
  by: ['bank'],
  why: 'money that was on record did not arrive after all',
} as const;
const SLIPS = ['generalContractor', 'employer'] as const;

/** After the pay file nothing is filed anew: money is on its way, and what was wrong is back pay of the next month. */
const paying = <State extends PayrollState>(to: State) =>
  ({
    issuePayFile: { to, by: ['generalContractor'], why: 'lines that came back are sent again' },
    result: { to, by: ['bank'] },
  }) as const;

/**
 * The life of one team's month after it was filed. The workers are asked from the first day on; the general
 * contractor's labour officer reviews it, the bank's answers say how far it is paid.
 * @law REG-28-2
 * @law REG-31-1
 */
export const PAYROLL_FLOW = {
  signing: { approve: APPROVE, return: RETURN, revise: REVISE },
  returned: { revise: REVISE },
  approved: {
    return: { ...RETURN, why: 'found out before the money left' },
    revise: REVISE,
    issuePayFile: { to: 'payFileIssued', by: ['generalContractor'], cite: 'REG-31-1' },
  },
  payFileIssued: paying('payFileIssued'),
  partPaid: {
    ...paying('partPaid'),
    takeBack: TAKE_BACK,
    deliverSlips: { to: 'partPaid', by: SLIPS, cite: 'REG-15-3' },
  },
  paid: {
    deliverSlips: { to: 'paid', by: SLIPS, cite: 'REG-15-3' },
    result: { to: 'paid', by: ['bank'] },
    takeBack: TAKE_BACK,
  },
  superseded: {},
} as const satisfies LawFlow<PayrollState, PayrollStep, PayrollRole>;
