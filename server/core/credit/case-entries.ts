import type { Words } from '../alerts/rule.ts';
import type { ClosureCode } from '../contract/cases.ts';
import type { ProceedingKind } from '../contract/proceedings.ts';
import type { Fen } from '../kit/money.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import { currentDue, type Deadline } from '../law/deadline.ts';
import { dayOf, newest, servedOn, sumOf } from '../lives/facts.ts';
import type { Facts } from '../lives/life-table.ts';
import { isPaidInTime } from '../proceedings/paid-in-time.ts';
import { standingOrders } from '../proceedings/standing-orders.ts';
import type { ArrearsCase } from './bond-proposal.ts';
import type { CreditEntry, CreditEntryKind } from './entry.ts';

/** As much of a case as the files of its companies are read from; what happened after the day asked about is passed over. */
export interface CaseOfFile {
  readonly id: string;
  readonly caseNumber: string;
  readonly areaCode: string;
  readonly filedOn: PlainDate;
  readonly closedOn?: PlainDate;
  readonly closureCode?: ClosureCode;
  readonly closureWords?: Words;
  /** Respondent and those who have to pay, by company; persons and firms not on record have none. */
  readonly partyIds: readonly string[];
  /** On whom papers are served that name nobody else. */
  readonly addressedId?: string;
  readonly orders: readonly {
    readonly servedOn: PlainDate;
    readonly rectifyBy: PlainDate;
    readonly companyId?: string;
  }[];
  readonly proceedings: readonly {
    readonly id: string;
    readonly kind: ProceedingKind;
    readonly state: string;
    readonly closedOn?: PlainDate;
    readonly facts: Facts;
    readonly deadlines: readonly Deadline[];
  }[];
  readonly owedFen: Fen;
  /** Of a case in which every person's money was seen, or that was closed as paid: the day of the last payment seen. */
  readonly lastPaidOn?: PlainDate;
}
type Proceeding = CaseOfFile['proceedings'][number];

/** A decision that is being contested is not missed; one that was revoked was never made. */
const NOT_FINAL = ['contested', 'inSuit'];

/** What one case puts into the files of its companies, as it stood on a day. */
export function caseEntries(one: CaseOfFile, day: PlainDate): CreditEntry[] {
  const make = entriesFor(one);
  const served = servedEntries(one, day, make);
  const closed = closedBy(one, day);
  const knows = new Set(served.map(({ companyId }) => companyId));
  const about = one.partyIds.flatMap((companyId) => {
    const hidden = knows.has(companyId) ? {} : { isOfficeOnly: true as const };
    const filed = make('caseFiled', companyId, one.filedOn, {
      ...hidden,
      ...(closed === undefined ? {} : { endedOn: closed }),
    });
    if (closed === undefined) return [filed];
    const note = one.closureWords === undefined ? {} : { note: one.closureWords };
    return [filed, make('caseClosed', companyId, closed, { ...hidden, ...note, fen: one.owedFen })];
  });
  return [...about, ...served].filter(({ on }) => on <= day);
}

type Make = (
  kind: CreditEntryKind,
  companyId: string,
  on: PlainDate,
  rest?: Partial<CreditEntry>,
) => CreditEntry;

const entriesFor =
  ({ id, caseNumber, areaCode }: CaseOfFile): Make =>
  (kind, companyId, on, rest = {}) => ({
    ...{ companyId, kind, on, areaCode, record: { kind: 'case', id }, matter: `case:${id}` },
    number: caseNumber,
    ...rest,
  });

const closedBy = ({ closedOn }: CaseOfFile, day: PlainDate): PlainDate | undefined =>
  closedOn !== undefined && closedOn <= day ? closedOn : undefined;

/** Orders, decisions and penalties with what was missed: only what was served on the company by the day. */
function servedEntries(one: CaseOfFile, day: PlainDate, make: Make): CreditEntry[] {
  const addressed = one.orders.map((order) => ({ ...order, companyId: order.companyId ?? one.addressedId }));
  const standing = new Set(standingOrders(addressed.filter(({ servedOn: on }) => on <= day)));
  const orders = addressed.flatMap((order) => {
    const { companyId } = order;
    if (companyId === undefined || order.servedOn > day) return [];
    const rest = { note: until(order.rectifyBy) };
    const entries = [make('orderServed', companyId, order.servedOn, rest)];
    if (standing.has(order) && isMissed(order.rectifyBy, one, day))
      entries.push(make('orderMissed', companyId, addDays(order.rectifyBy, 1), rest));
    return entries;
  });
  const { addressedId } = one;
  if (addressedId === undefined) return orders;
  return [
    ...orders,
    ...one.proceedings.flatMap((each) => proceedingEntries(each, one, day, make, addressedId)),
  ];
}

const until = (day: PlainDate): Words => ({ zh: `期限至 ${day}`, en: `By ${day}` });

/** The day has passed, and neither money nor the end of the case came before it. */
const isMissed = (by: PlainDate, one: CaseOfFile, day: PlainDate): boolean =>
  by < day && !isPaidInTime(by, one.lastPaidOn) && !(one.closedOn !== undefined && one.closedOn <= by);

function proceedingEntries(
  each: Proceeding,
  one: CaseOfFile,
  day: PlainDate,
  make: Make,
  companyId: string,
): CreditEntry[] {
  const { kind, facts, state } = each;
  if (kind === 'criminalTransfer') {
    const sentOn = dayOf(facts, 'sentOn');
    return sentOn === undefined ? [] : [make('transferred', companyId, sentOn, { isOfficeOnly: true })];
  }
  if (kind !== 'decision' && kind !== 'penalty') return [];
  const on = servedOn(facts, 'serviceMode', 'deliveredOn');
  const isRevoked = state === 'revoked' && (each.closedOn === undefined || each.closedOn <= day);
  if (on === undefined || on > day || isRevoked) return [];
  const number = facts['decisionNumber'];
  const fen = sumOf(facts, kind === 'decision' ? 'decidedFen' : 'fineFen');
  const rest = {
    ...(typeof number === 'string' ? { number } : {}),
    // A sum in a form of the office is whole fen.
    ...(fen === undefined ? {} : { fen: fen as Fen }),
  };
  const missed = missedOn(each, one, day);
  if (kind === 'decision')
    return [
      make('decisionMade', companyId, on, rest),
      ...(missed === undefined ? [] : [make('decisionMissed', companyId, missed, rest)]),
    ];
  return [
    make('penaltyMade', companyId, on, rest),
    ...(missed === undefined ? [] : [make('fineMissed', companyId, missed, rest)]),
  ];
}

/** The day after the last one, where nothing was done by then. */
function missedOn(
  { kind, facts, state, deadlines }: Proceeding,
  one: CaseOfFile,
  day: PlainDate,
): PlainDate | undefined {
  if (NOT_FINAL.includes(state) || state === 'changed') return undefined;
  const fine = newest({ deadlines }, 'finePayment');
  const by = kind === 'decision' ? dayOf(facts, 'performBy') : fine && currentDue(fine);
  if (by === undefined || by >= day) return undefined;
  const reached = servedOn(facts, 'serviceMode', 'deliveredOn');
  if (reached !== undefined && by <= reached) return undefined; // nobody can be late with what had not reached him
  const done = dayOf(facts, kind === 'decision' ? 'performedOn' : 'paidOn');
  if (isPaidInTime(by, done)) return undefined;
  if (kind === 'decision' && !isMissed(by, one, day)) return undefined;
  return addDays(by, 1);
}

/** Closed without any arrears of wages. */
const NO_ARREARS: readonly ClosureCode[] = ['NOT_FOUND', 'NOT_WAGES', 'NO_JURISDICTION', 'WITHDRAWN'];
/** Did the case end without arrears of wages having been found? */
export const endedWithoutArrears = (code: ClosureCode | undefined): boolean =>
  code !== undefined && NO_ARREARS.includes(code);
/** Closed here while the money is still owed. */
const STILL_OWED: readonly ClosureCode[] = ['AGREED_NOT_PAID', 'TRANSFERRED_POLICE'];

/**
 * The case as arrears on a day, for the bond of one of its companies: found once an order to pay was served or it was
 * closed with arrears, open while nobody has found yet; over with the last payment, or with the case where the rest went
 * another way.
 */
export function arrearsOfCase(one: CaseOfFile, companyId: string, day: PlainDate): ArrearsCase | undefined {
  if (one.filedOn > day || !one.partyIds.includes(companyId)) return undefined;
  const entry = entriesFor(one)('caseFiled', companyId, one.filedOn);
  const closed = closedBy(one, day);
  if (closed === undefined) {
    const isFound = one.orders.some(({ servedOn: on }) => on <= day);
    return { entry, standing: isFound ? 'found' : 'open' };
  }
  const code = one.closureCode;
  if (endedWithoutArrears(code)) return undefined;
  if (code !== undefined && STILL_OWED.includes(code)) return { entry, standing: 'found' };
  return { entry: { ...entry, endedOn: one.lastPaidOn ?? closed }, standing: 'found' };
}
