import type { CaseAction } from '../../core/contract/cases.ts';
import { CASE_ACTIONS } from '../../core/contract/cases.ts';
import type { CaseRecord } from './case.record.ts';

/** What a guard looks at. */
export type Guarded = Pick<CaseRecord, 'pending' | 'extension'>;
type Guard = (record: Guarded) => boolean;

const nothingWaits: Guard = ({ pending }) => pending === undefined;
const extensionWaits: Guard = ({ pending }) => pending === 'extension';
const closureWaits: Guard = ({ pending }) => pending === 'closure';
const always: Guard = () => true;

/** While a request waits for the head, only what does not change its ground goes on. */
const GUARDS: Readonly<Record<CaseAction, Guard>> = {
  assign: always,
  edit: nothingWaits,
  editClaims: ({ pending }) => pending !== 'closure',
  joinComplaint: ({ pending }) => pending !== 'closure',
  investigate: nothingWaits,
  // Granted once only (INS-17-1); what was declined may be asked for again.
  askExtension: ({ pending, extension }) => pending === undefined && extension?.outcome !== 'approved',
  approveExtension: extensionWaits,
  declineExtension: extensionWaits,
  suspend: nothingWaits,
  resume: nothingWaits,
  endInvestigation: nothingWaits,
  order: nothingWaits,
  recordPayment: always,
  addEvidence: always,
  askClosure: nothingWaits,
  approveClosure: closureWaits,
  declineClosure: closureWaits,
  reopen: always,
};

/** Is the action open as far as requests that wait are concerned? State and role are the flow table's to say. */
export const isUnguarded = (action: CaseAction, record: Guarded): boolean => GUARDS[action](record);

/** Answers to a request: not for the one who asked. */
export const ANSWERS: Readonly<Partial<Record<CaseAction, 'extension' | 'closure'>>> = {
  approveExtension: 'extension',
  declineExtension: 'extension',
  approveClosure: 'closure',
  declineClosure: 'closure',
};

/** Every action, in the order in which the client offers them. */
export const inOrder = (actions: readonly CaseAction[]): CaseAction[] =>
  CASE_ACTIONS.filter((action) => actions.includes(action));
