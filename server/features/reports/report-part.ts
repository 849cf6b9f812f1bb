import type { PlainDate } from '../../core/kit/plain-date.ts';

/** Who is counted once in a period, however often he appears in it. */
export const HEADS = ['people', 'employers'] as const;
export type HeadKind = (typeof HEADS)[number];

/**
 * What one record adds to the figures of one office on one day. A record has several where it has several days:
 * received on one, accepted on another.
 */
export interface ReportPart<Head = string> {
  officeCode: string;
  day: PlainDate;
  counts: Record<string, number>;
  people: Head[];
  employers: Head[];
  /** Holds while the record is open, whatever day it is: kept beside the days, under the record's own area. */
  standing?: true;
}

/** Names of the figures that are split further; the rest of the name is the channel or the closure code. */
export const CHANNEL = 'channel_';
export const CLOSURE = 'closure_';

type Dated = PlainDate | undefined;

/** A part without anybody in it, or none where the record has no such day. */
export function part(officeCode: string, day: Dated, counts: Record<string, number>): ReportPart[] {
  return day === undefined ? [] : [{ officeCode, day, counts, people: [], employers: [] }];
}

/** Area codes to this length are kept apart: towns are compared, villages are not. */
const TOWN_DIGITS = 9;
const PART = '|';

/** What is open of one kind in one area, by state, by the day it began and by its next last day. */
export type StandingKind = 'complaint' | 'case';
export type StandingBy = 'state' | 'since' | 'due';
export const standingName = (kind: StandingKind, by: StandingBy, value: string): string =>
  [kind, by, value].join(PART);
export const standingSum = (kind: StandingKind, sum: string): string => [kind, sum].join(PART);

/** The record's own town where it lies with that office; what another office took over counts for that one. */
const standingArea = (officeCode: string, areaCode: string | undefined): string =>
  areaCode?.startsWith(officeCode) === true ? areaCode.slice(0, TOWN_DIGITS) : officeCode;

export interface Open {
  officeCode: string;
  areaCode?: string;
  state: string;
  open?: boolean;
  since: PlainDate;
  nextDueOn: PlainDate;
}

/** What an open record adds to what stands open now; nothing once it is over. */
export function standingPart(
  kind: StandingKind,
  { officeCode, areaCode, state, open, since, nextDueOn }: Open,
  sums: Record<string, number>,
): ReportPart[] {
  if (open !== true) return [];
  const counts = {
    [standingSum(kind, 'open')]: 1,
    [standingName(kind, 'state', state)]: 1,
    [standingName(kind, 'since', since)]: 1,
    [standingName(kind, 'due', nextDueOn)]: 1,
    ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [standingSum(kind, name), sum])),
  };
  return part(standingArea(officeCode, areaCode), since, counts).map((one) => ({ ...one, standing: true }));
}
