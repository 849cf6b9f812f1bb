import type { StandInRole } from '../contract/office-work.ts';
import type { PlainDate } from '../kit/plain-date.ts';

/** Days on which somebody is away, as far as it decides who stands in; both days count. */
export interface AwayDays {
  readonly userId: string;
  readonly userName: string;
  readonly role: StandInRole;
  readonly officeCode: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly substituteId: string;
  /** The day on which it was ended by hand; from that day on he is there. */
  readonly endedOn?: PlainDate;
}

/** For whom somebody stands in, as what, in which office. */
export interface StandIn {
  readonly userId: string;
  readonly name: string;
  readonly role: StandInRole;
  readonly officeCode: string;
}

/**
 * Is this person away on the day? From the first day noted to the last, unless it was ended sooner.
 * @example isAway({ from: '2026-03-02', until: '2026-03-04', … }, '2026-03-04') // true, on the 5th false
 */
export const isAway = ({ from, until, endedOn }: AwayDays, on: PlainDate): boolean =>
  from <= on && on <= until && (endedOn === undefined || on < endedOn);

/**
 * Who stands in for whom on a day: nothing waits with somebody who is away. Where the substitute is away too, his own
 * substitute takes both; where that leads back to the first, nobody takes over and the head sees it.
 */
export function standInsOn(all: readonly AwayDays[], on: PlainDate): Map<string, StandIn[]> {
  const away = all.filter((one) => isAway(one, on));
  const found = new Map<string, StandIn[]>();
  for (const one of away) {
    const last = lastOf(one, away);
    if (last === undefined) continue;
    const { userId, userName, role, officeCode } = one;
    found.set(last, [...(found.get(last) ?? []), { userId, name: userName, role, officeCode }]);
  }
  return found;
}

function lastOf(first: AwayDays, away: readonly AwayDays[]): string | undefined {
  const seen = [first.userId];
  let substitute = first.substituteId;
  for (;;) {
    if (seen.includes(substitute)) return undefined;
    seen.push(substitute);
    const next = away.find(
      ({ userId, role, officeCode }) =>
        userId === substitute && role === first.role && officeCode === first.officeCode,
    );
    if (next === undefined) return substitute;
    substitute = next.substituteId;
  }
}
