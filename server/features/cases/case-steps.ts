import type { CaseState } from '../../core/contract/cases.ts';
import type { MyComplaint, TrackEntry, TrackStep } from '../../core/contract/tracking.ts';
import type { Fen } from '../../core/kit/money.ts';
import { currentDue, nextDeadline } from '../../core/law/deadline.ts';
import type { CaseHistory, CaseRecord } from './case.record.ts';
import { findCaseWithin } from './case-queries.model.ts';

/** Which step of the worker's timeline a move of the case is; the rest is the office's own work. */
const STEPS: Readonly<Record<string, TrackStep>> = {
  file: 'caseFiled',
  investigate: 'investigating',
  approveExtension: 'extended',
  suspend: 'suspended',
  resume: 'resumed',
  order: 'ordered',
  approveClosure: 'closed',
  reopen: 'reopened',
};

export interface CaseProgress {
  caseNumber: string;
  state: CaseState;
  /** Oldest first, without names of staff, without what they wrote, without anybody's money. */
  steps: TrackEntry[];
  next?: MyComplaint['next'];
  /** Of all people of the case. */
  headcount: number;
  owedFen: Fen;
  seenFen: Fen;
}

/** What a complainant may see of the case his complaint stands in; null when there is no such case. */
export async function caseStepsOf(caseId: string): Promise<CaseProgress | null> {
  const record = await findCaseWithin(caseId, {});
  if (record === null) return null;
  const { caseNumber, state, headcount, owedFen, seenFen } = record;
  const next = nextOf(record);
  const steps = record.history.flatMap((entry) => stepOf(entry, caseNumber));
  return { caseNumber, state, steps, ...(next === undefined ? {} : { next }), headcount, owedFen, seenFen };
}

const TOLD = ['dueOn', 'ground', 'rectifyBy', 'servedOn', 'closureCode', 'paidOn'] as const;

function stepOf({ action, on, facts = {} }: CaseHistory, caseNumber: string): TrackEntry[] {
  const step = action === 'recordPayment' ? moneyStep(facts) : STEPS[action];
  if (step === undefined) return [];
  const told = TOLD.flatMap((name) => {
    const value = facts[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return [{ step, on, facts: { ...Object.fromEntries(told), ...(action === 'file' ? { caseNumber } : {}) } }];
}

/** Money that was recorded by mistake and taken back is no step of anybody's way. */
const moneyStep = (facts: NonNullable<CaseHistory['facts']>): TrackStep | undefined => {
  if (facts['revoked'] === true) return undefined;
  return facts['means'] === 'REPORTED' ? 'moneyReported' : 'moneySeen';
};

const NEXT: Readonly<Partial<Record<CaseState, NonNullable<MyComplaint['next']>['step']>>> = {
  filed: 'investigation',
  investigating: 'investigation',
  suspended: 'investigation',
  deciding: 'decision',
  ordered: 'payment',
};

/** What comes next and by when, in one key; a request to close that waits for the head comes before all. */
function nextOf({ state, deadlines, pending }: CaseRecord): MyComplaint['next'] {
  if (pending === 'closure') return { step: 'closure', provisional: false };
  const step = NEXT[state];
  if (step === undefined) return undefined;
  const running = nextDeadline(deadlines);
  if (running === undefined) return { step: state === 'ordered' ? 'closure' : step, provisional: false };
  return { step, dueOn: currentDue(running), provisional: running.provisional === true };
}
