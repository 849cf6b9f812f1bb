import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { listedSince, listedTo } from '../../core/listings/listing-now.ts';
import { dayOf } from '../../core/lives/facts.ts';
import type { LifeStep } from '../../platform/lives/index.ts';
import type { ListingRecord } from './listing.record.ts';

type Days = Pick<ListingRecord, 'listedFrom' | 'listedUntil' | 'publishedOn'>;

/** Not on the list, and not to be seen. */
export const NOT_LISTED: Days = { listedFrom: NEVER_DUE, listedUntil: NEVER_DUE, publishedOn: NEVER_DUE };

const dayBefore = (day: PlainDate | undefined, last: PlainDate): PlainDate =>
  day === undefined || addDays(day, -1) > last ? last : addDays(day, -1);

/**
 * On which days the name stands on the list after a step. It counts from the decision; who is removed, or whose order is
 * gone, stands there no longer from the day of that decision, whenever the list itself is put in order.
 * @law BLK-11-1
 * @law BLK-17-1
 */
export function daysAfter(before: Days, action: string, { given, after }: LifeStep): Partial<Days> {
  switch (action) {
    case 'decide':
    case 'restore':
      return {
        listedFrom: listedSince(after) ?? NEVER_DUE,
        listedUntil: listedTo(after) ?? NEVER_DUE,
        publishedOn: NEVER_DUE,
      };
    case 'publish':
      return { publishedOn: dayOf(given, 'publishedOn') ?? NEVER_DUE };
    case 'grantEarly':
      return { listedUntil: dayBefore(dayOf(given, 'earlyDecidedOn'), before.listedUntil) };
    case 'orderRevoked':
      return before.listedFrom === NEVER_DUE
        ? {}
        : { listedUntil: dayBefore(dayOf(given, 'orderRevokedOn'), before.listedUntil) };
    default:
      return {};
  }
}

/** Does it stand on the list on this day? */
export const isListedOn = ({ listedFrom, listedUntil }: Days, day: PlainDate): boolean =>
  listedFrom <= day && day <= listedUntil;
