import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';

/** What has happened did not happen tomorrow. */
export function notAfterToday(
  field: string,
  day: PlainDate | undefined,
  { today }: Pick<Ctx, 'today'>,
): void {
  if (day !== undefined && day > today)
    throw wrongField(field, '日期不能晚于今天', 'This day is yet to come');
}

export function notBefore(
  field: string,
  day: PlainDate | undefined,
  first: PlainDate,
  [zh, en]: readonly [zh: string, en: string],
): void {
  if (day !== undefined && day < first) throw wrongField(field, zh, en);
}
