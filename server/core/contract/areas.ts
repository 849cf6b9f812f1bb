import type { PlainDate } from '../kit/plain-date.ts';

export const AREA_LEVELS = ['province', 'prefecture', 'county', 'town', 'grid'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** `GET /api/areas?parent=532601&q=…` (public): codes of GB/T 2260 style; valid days because codes change yearly. */
export interface AreaView {
  code: string;
  name: string;
  nameEn: string;
  level: AreaLevel;
  parentCode: string | null;
  validFrom: PlainDate;
  validTo?: PlainDate;
  source: string;
  childCount: number;
  version: number;
}
/**
 * `POST /api/areas` (idempotent): a town or a grid. Without `code` a grid gets the next free number of the office's
 * own range 901–999 inside its town.
 */
export interface CreateArea {
  parentCode: string;
  code?: string;
  name: string;
  nameEn: string;
  validFrom: PlainDate;
  source: string;
}
/** `PATCH /api/areas/:code` with If-Match. */
export interface EditArea {
  name: string;
  nameEn: string;
  source: string;
}
/** `POST /api/areas/:code/close` with If-Match: the last day the code is valid; nothing is ever deleted. */
export interface CloseArea {
  validTo: PlainDate;
  reason: string;
}

/** `GET /api/departments`: the member departments of the joint meeting (联席会议成员单位). */
export interface DepartmentView {
  code: string;
  name: string;
  nameEn: string;
  areaCode: string;
  /** Duties in own words with the article they come from, where rules name one. */
  duty: string;
  dutyEn?: string;
  dutyCite?: string;
  source: string;
}

/** `GET /api/parameters`: definitions with the values of this area; nothing set = "not set for this area". */
export interface ParameterView {
  key: string;
  group: string;
  nameZh: string;
  nameEn: string;
  kind: ParameterKind;
  unit?: string;
  /** Id of the rule it serves (BON-4), for orientation; not a citation. */
  rule: string;
  /** What to enter, for values of kind json. */
  exampleValue?: unknown;
  values: ParameterValue[];
  /** The value in force today for the asked area, with the area it comes from (the nearest wins). */
  inForce?: ParameterValue;
}
export const PARAMETER_KINDS = [
  'fen',
  'basisPoints',
  'workingDays',
  'calendarDays',
  'months',
  'count',
  'text',
  'json',
] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];
export interface ParameterValue {
  id: string;
  areaCode: string;
  from: PlainDate;
  value: number | string | Record<string, unknown> | unknown[];
  /** Instrument and number, or the office's own decision: never empty. */
  source: string;
  setBy: string;
  setAt: string;
}
/** `POST /api/parameters/:key/values`; a wrong one is superseded by a newer one, never edited. */
export interface SetParameter {
  areaCode: string;
  from: PlainDate;
  value: number | string | Record<string, unknown> | unknown[];
  source: string;
}

/** `GET /api/work-calendar/:year?areaCode=` */
export interface CalendarYearView {
  year: number;
  /** built-in (from the code's data), stored (entered by an admin), none (no notice yet: deadlines are provisional). */
  origin: 'builtIn' | 'stored' | 'none';
  notice?: string;
  noticeUrl?: string;
  /** By the notice; without one, the days the law itself names. */
  off: { day: PlainDate; name: string }[];
  on: { day: PlainDate; name: string }[];
  /** Holidays set by the local government of an ethnic area (放假办法 4). */
  localOff: { id: string; day: PlainDate; name: string; areaCode: string; source: string }[];
  workingDays: number;
  /** What looks unusual about this year and should be compared with the notice once more. */
  warnings: { zh: string; en: string }[];
  version: number;
}
/** `GET /api/work-calendar`: every year with a notice, and the next one. */
export interface CalendarYearSummary {
  year: number;
  origin: CalendarYearView['origin'];
  notice?: string;
  workingDays: number;
  version: number;
}
/** `PUT /api/work-calendar/:year` with If-Match ("v0" when new); checks: days lie in the year's window, on-days are weekend days. */
export interface SetCalendarYear {
  notice: string;
  noticeUrl?: string;
  /** Day the notice was issued. */
  issuedOn?: PlainDate;
  off: { day: PlainDate; name: string }[];
  on: { day: PlainDate; name: string }[];
}
/** `POST /api/work-calendar/local-holidays` */
export interface AddLocalHoliday {
  areaCode: string;
  day: PlainDate;
  name: string;
  source: string;
}
/** `DELETE /api/work-calendar/local-holidays/:id`: taken back, with the event that says so. */
/** `GET /api/work-calendar/count?from&length=60wd&roll&areaCode`: the counter on screen. */
export interface CountView {
  dueOn: PlainDate;
  skipped: { day: PlainDate; why: 'weekend' | 'holiday'; name?: string }[];
  madeUp: { day: PlainDate; name?: string }[];
  provisional: boolean;
  missingYears: number[];
}
