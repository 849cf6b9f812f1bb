import type { CaseAction, CasePending } from '../../core/contract/cases.ts';
import { CASE_ACTIONS } from '../../core/contract/cases.ts';
import type { CaseRecord } from './case.record.ts';

/** What a guard looks at. */
export type Guarded = Pick<CaseRecord, 'pending' | 'extension' | 'recusals'>;
type Guard = (record: Guarded) => boolean;

/** What waits beside a recusal: it keeps shut what it shut before. */
const alsoWaits = ({ pending, recusals }: Guarded): Guarded['pending'] =>
  pending === 'recusal' ? recusals?.at(-1)?.before : pending;

const nothingWaits: Guard = ({ pending }) => pending === undefined;
const recusalWaits: Guard = ({ pending }) => pending === 'recusal';
/** Looking for the facts goes on while it is decided who does so: the law stops no investigation for a recusal. */
const factsGoOn: Guard = (record) => alsoWaits(record) === undefined;
const noClosureWaits: Guard = (record) => alsoWaits(record) !== 'closure';
const extensionWaits: Guard = ({ pending }) => pending === 'extension';
const closureWaits: Guard = ({ pending }) => pending === 'closure';
const always: Guard = () => true;

/**
 * While a request waits for the head, only what does not change its ground goes on. While a recusal waits, the facts are
 * looked into as before, but nothing is decided in the name of two inspectors one of whom may have to go.
 * @law INS-16-1
 */
const GUARDS: Readonly<Record<CaseAction, Guard>> = {
  // Whom a recusal is about does not change while it waits; granting it names somebody else.
  assign: ({ pending }) => pending !== 'recusal',
  edit: factsGoOn,
  link: factsGoOn,
  editClaims: noClosureWaits,
  joinComplaint: noClosureWaits,
  investigate: factsGoOn,
  // Granted once only (INS-17-1); what was declined may be asked for again.
  askExtension: ({ pending, extension }) => pending === undefined && extension?.outcome !== 'approved',
  approveExtension: extensionWaits,
  declineExtension: extensionWaits,
  suspend: nothingWaits,
  resume: factsGoOn,
  endInvestigation: nothingWaits,
  order: nothingWaits,
  recordPayment: always,
  addEvidence: always,
  askClosure: nothingWaits,
  approveClosure: closureWaits,
  declineClosure: closureWaits,
  askRecusal: ({ pending }) => pending !== 'recusal',
  approveRecusal: recusalWaits,
  declineRecusal: recusalWaits,
  reopen: always,
};

/** Is the action open as far as requests that wait are concerned? State and role are the flow table's to say. */
export const isUnguarded = (action: CaseAction, record: Guarded): boolean => GUARDS[action](record);

/** Answers to a request: not for the one who asked. */
export const ANSWERS: Readonly<Partial<Record<CaseAction, CasePending>>> = {
  approveExtension: 'extension',
  declineExtension: 'extension',
  approveClosure: 'closure',
  declineClosure: 'closure',
  approveRecusal: 'recusal',
  declineRecusal: 'recusal',
};

/** Every action, in the order in which the client offers them. */
export const inOrder = (actions: readonly CaseAction[]): CaseAction[] =>
  CASE_ACTIONS.filter((action) => actions.includes(action));
