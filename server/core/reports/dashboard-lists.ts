import type { PlainDate } from '../kit/plain-date.ts';
import type { AgeBandId } from './ages.ts';
import { ageRange } from './ages.ts';
import type { FigureList } from './figure.ts';
import { CASES_DOOR, COMPLAINTS_DOOR, listOf } from './figure.ts';

type More = Readonly<Record<string, string>>;
export const openComplaintsList = (areaCode: string, more: More = {}): FigureList =>
  listOf(COMPLAINTS_DOOR, { open: 'true', areaCode, ...more });
export const openCasesList = (areaCode: string, more: More = {}): FigureList =>
  listOf(CASES_DOOR, { open: 'true', areaCode, ...more });

/** What came in on the days of an age band and is still open. */
export function ageList(
  kind: 'complaint' | 'case',
  areaCode: string,
  band: AgeBandId,
  today: PlainDate,
): FigureList {
  const { from, to } = ageRange(band, today);
  const days = (first: string, last: string): More => ({
    ...(from === undefined ? {} : { [first]: from }),
    [last]: to,
  });
  return kind === 'complaint'
    ? openComplaintsList(areaCode, days('receivedFrom', 'receivedTo'))
    : openCasesList(areaCode, days('filedFrom', 'filedTo'));
}

export const alertsList = (areaCode: string, level: 'red' | 'yellow'): FigureList =>
  listOf({ path: '/alerts', permission: 'alerts.list' }, { open: 'true', level, areaCode });

/** The projects behind a rate or a level. */
export const sitesList = (areaCode: string, more: More = {}): FigureList =>
  listOf({ path: '/dashboard/sites', permission: 'dashboard.sites' }, { areaCode, ...more });
export const truthList = (areaCode: string): FigureList =>
  listOf({ path: '/truth-samples', permission: 'truthSamples.list' }, { areaCode });
