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
}

/** Names of the figures that are split further; the rest of the name is the channel or the closure code. */
export const CHANNEL = 'channel_';
export const CLOSURE = 'closure_';

type Dated = PlainDate | undefined;

/** A part without anybody in it, or none where the record has no such day. */
export function part(officeCode: string, day: Dated, counts: Record<string, number>): ReportPart[] {
  return day === undefined ? [] : [{ officeCode, day, counts, people: [], employers: [] }];
}
