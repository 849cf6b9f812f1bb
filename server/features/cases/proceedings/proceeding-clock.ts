import type { Deadline } from '../../../core/law/deadline.ts';
import { ofOffice } from '../../../core/lives/own-periods.ts';
import type { CaseRecord } from '../case.record.ts';

type Clocked = Pick<CaseRecord, 'state' | 'deadlines' | 'proceedings'>;

/** Every period that decides the case's place in the queue: its own, and those the office has to keep in a proceeding. */
export const queueDeadlines = ({ state, deadlines, proceedings = [] }: Clocked): Deadline[] =>
  state === 'closed' ? deadlines : [...deadlines, ...proceedings.flatMap((one) => ofOffice(one.deadlines))];
