import type { ClosureCode } from '../../core/contract/cases.ts';
import type { LeadChannel } from '../../core/contract/complaints.ts';
import type { InspectionKind } from '../../core/contract/inspections.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { normaliseForSearch } from '../../platform/search/index.ts';
import type { ReportPart } from './report-part.ts';
import { CHANNEL, CLOSURE, part, standingPart } from './report-part.ts';

/** Length of the code of a county, whose office answers for what happens in it. */
const OFFICE_DIGITS = 6;

export interface CountedComplaint {
  officeCode: string;
  channel: LeadChannel;
  receivedOn: PlainDate;
  acceptedOn?: PlainDate;
  refusedOn?: PlainDate;
  transferredOn?: PlainDate;
  withdrawnOn?: PlainDate;
  areaCode?: string;
  state: string;
  open?: boolean;
  nextDueOn: PlainDate;
}

/** Received on its day through its channel; accepted, refused, transferred, withdrawn each on its own day. */
export function partsOfComplaint(complaint: CountedComplaint): ReportPart[] {
  const { officeCode, channel, receivedOn, acceptedOn, refusedOn, transferredOn, withdrawnOn } = complaint;
  return [
    ...part(officeCode, receivedOn, { received: 1, [`${CHANNEL}${channel}`]: 1 }),
    ...part(officeCode, acceptedOn, { accepted: 1 }),
    ...part(officeCode, refusedOn, { refused: 1 }),
    ...part(officeCode, transferredOn, { transferred: 1 }),
    ...part(officeCode, withdrawnOn, { withdrawn: 1 }),
    ...standingPart('complaint', { ...complaint, since: receivedOn }, {}),
  ];
}

export interface CountedCase {
  officeCode: string;
  state: string;
  filedOn: PlainDate;
  closedOn?: PlainDate;
  closureCode?: ClosureCode;
  owedFen: number;
  seenFen: number;
  areaCode?: string;
  open?: boolean;
  nextDueOn: PlainDate;
}

/** Filed on its day; closed, with its people and money, on the day it was closed, as long as it stays closed. */
export function partsOfCase(one: CountedCase, people: readonly string[]): ReportPart[] {
  const { officeCode, filedOn, closedOn, closureCode, owedFen, seenFen } = one;
  const closing = one.state === 'closed' ? closedOn : undefined;
  const closure = closureCode === undefined ? {} : { [`${CLOSURE}${closureCode}`]: 1 };
  const closed = part(officeCode, closing, { closed: 1, ...closure, owedFen, amountFen: seenFen });
  return [
    ...part(officeCode, filedOn, { filed: 1 }),
    ...closed.map((one) => ({ ...one, people: [...people] })),
    ...standingPart('case', { ...one, since: filedOn }, { owedFen, seenFen }),
  ];
}

export interface CountedInspection {
  areaCode: string;
  on: PlainDate;
  kind: InspectionKind;
  companyId?: unknown;
  companyName: string;
}

/** A routine visit (日常巡视): the period counts employers, so one visited twice is one. */
export function partsOfInspection({
  areaCode,
  on,
  kind,
  companyId,
  companyName,
}: CountedInspection): ReportPart[] {
  if (kind !== 'ROUTINE') return [];
  const employer =
    companyId === undefined ? `name:${normaliseForSearch(companyName)}` : `id:${String(companyId)}`;
  return part(areaCode.slice(0, OFFICE_DIGITS), on, {}).map((one) => ({ ...one, employers: [employer] }));
}

export const OUTREACH_FIGURES = ['leaflets', 'vehicles', 'people', 'slogans', 'consultations'] as const;
export type OutreachFigure = (typeof OUTREACH_FIGURES)[number];
export type CountedOutreach = { areaCode: string; on: PlainDate } & Record<OutreachFigure, number>;

/** Its figures are added up under names of their own: people sent out are not people paid. */
export function partsOfOutreach(outreach: CountedOutreach): ReportPart[] {
  const counts = Object.fromEntries(OUTREACH_FIGURES.map((name) => [`outreach_${name}`, outreach[name]]));
  return part(outreach.areaCode.slice(0, OFFICE_DIGITS), outreach.on, counts);
}
