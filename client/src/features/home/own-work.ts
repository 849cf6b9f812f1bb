import type { Role } from '@core/contract/roles.ts';

/** A list that opens the day of a role: whose rows, with which filter. */
export interface OwnWork {
  key: string;
  of: 'complaints' | 'cases';
  query: Record<string, string>;
}

const due = { sort: 'nextDueOn' };
const offered: OwnWork = { key: 'offered', of: 'complaints', query: { offered: 'true' } };

/** What each role looks at first, what is due next on top; each card opens the whole list. */
export const OWN_WORK: Partial<Record<Role, readonly OwnWork[]>> = {
  clerk: [
    { key: 'received', of: 'complaints', query: { state: 'received', ...due } },
    { key: 'supplementing', of: 'complaints', query: { state: 'supplementing', ...due } },
    offered,
  ],
  inspector: [
    { key: 'myCases', of: 'cases', query: { mine: 'true', open: 'true', ...due } },
    { key: 'received', of: 'complaints', query: { state: 'received', ...due } },
  ],
  bureauHead: [
    { key: 'pendingCases', of: 'cases', query: { pending: 'true', ...due } },
    { key: 'pendingComplaints', of: 'complaints', query: { pending: 'true', ...due } },
    { key: 'overdueCases', of: 'cases', query: { open: 'true', due: 'overdue', ...due } },
  ],
  departmentLiaison: [offered],
};
