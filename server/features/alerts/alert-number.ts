import type { PlainDate } from '../../core/kit/plain-date.ts';
import { normaliseForSearch } from '../../platform/search/index.ts';

/**
 * What people call an alert by in a letter or on the telephone: the day it was raised and the end of its id, e.g.
 * YJ-20261116-3F9A2C. It leads to the alert and stands for nothing else.
 */
export const alertNumber = ({ _id, raisedOn }: { _id: unknown; raisedOn: PlainDate }): string =>
  `YJ-${raisedOn.replaceAll('-', '')}-${String(_id).slice(-TAIL).toUpperCase()}`;
const TAIL = 6;

/** The beginning of a number, when what was typed is one: with or without its letters, blanks and hyphens; else null. */
export function numberTyped(text: string): string | null {
  const parts = /^(yj)?(\d{1,8})(?:([0-9a-f]{1,6}))?$/u.exec(normaliseForSearch(text).replaceAll('-', ''));
  const [, letters, day = '', tail = ''] = parts ?? [];
  // Without its letters only a whole number is one: anything shorter may be a code of something else.
  if (parts === null || (letters === undefined && tail.length < TAIL)) return null;
  if (day.length < 8) return tail === '' ? `YJ-${day}` : null;
  return `YJ-${day}${tail === '' ? '' : `-${tail.toUpperCase()}`}`;
}
