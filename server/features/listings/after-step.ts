import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { listedSince, listedTo } from '../../core/listings/listing-now.ts';
import { dayOf } from '../../core/lives/facts.ts';
import type { LifeStep } from '../../platform/lives/index.ts';
import type { ListedDays, ListingRecord } from './listing.record.ts';

type Days = Pick<ListingRecord, 'listedFrom' | 'listedUntil' | 'publishedOn'>;
type AllDays = Days & Pick<ListingRecord, 'formerDays'>;

/** Not on the list, and not to be seen. */
export const NOT_LISTED: Days = { listedFrom: NEVER_DUE, listedUntil: NEVER_DUE, publishedOn: NEVER_DUE };

const dayBefore = (day: PlainDate | undefined, last: PlainDate): PlainDate =>
  day === undefined || addDays(day, -1) > last ? last : addDays(day, -1);

const daysFrom = (after: LifeStep['after']): Days => ({
  listedFrom: listedSince(after) ?? NEVER_DUE,
  listedUntil: listedTo(after) ?? NEVER_DUE,
  publishedOn: NEVER_DUE,
});

/** Every time the name stood on the list, oldest first; the last of them may lie ahead. */
export const listedDays = ({
  formerDays = [],
  listedFrom,
  listedUntil,
}: Pick<AllDays, 'formerDays' | 'listedFrom' | 'listedUntil'>): ListedDays[] => [
  ...formerDays,
  { from: listedFrom, until: listedUntil },
];

/**
 * On which days the name stands on the list after a step. It counts from the decision; who is removed, or whose order is
 * gone, stands there no longer from the day of that decision, whenever the list itself is put in order.
 * @law BLK-11-1
 * @law BLK-17-1
 */
export function daysAfter(before: AllDays, action: string, { given, after }: LifeStep): Partial<AllDays> {
  switch (action) {
    case 'decide':
      return daysFrom(after);
    case 'restore':
      return { ...daysFrom(after), formerDays: listedDays(before) };
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
