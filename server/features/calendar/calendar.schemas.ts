import Joi from 'joi';
import type { AddLocalHoliday, SetCalendarYear } from '../../core/contract/areas.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Roll } from '../../core/law/count-period.ts';
import { areaCode, id, plainDate, text } from '../../platform/http/shapes.ts';

/** First built-in year, and far enough ahead for any period that law knows. */
const YEARS = { first: 2019, last: 2100 };

export const yearParams = Joi.object<{ year: number }, true>({
  year: Joi.number().integer().min(YEARS.first).max(YEARS.last).required(),
});
export const yearQuery = Joi.object<{ areaCode?: string }, true>({ areaCode: areaCode() });

const namedDays = () =>
  Joi.array()
    .items(Joi.object({ day: plainDate().required(), name: text(40).required() }))
    .max(120)
    .required();

export const setYearBody = Joi.object<SetCalendarYear, true>({
  notice: text(100).required(),
  noticeUrl: Joi.string()
    .uri({ scheme: ['https', 'http'] })
    .max(500),
  issuedOn: plainDate(),
  off: namedDays(),
  on: namedDays(),
});

export const addLocalHolidayBody = Joi.object<AddLocalHoliday, true>({
  areaCode: areaCode().required(),
  day: plainDate().required(),
  name: text(40).required(),
  source: text(200).required(),
});
export const holidayParams = Joi.object<{ id: string }, true>({ id: id().required() });

export interface CountQuery {
  from: PlainDate;
  /** '60wd', '30cd', '3mo' or '2y'. */
  length: string;
  roll?: Roll;
  areaCode?: string;
}
export const countQuery = Joi.object<CountQuery, true>({
  // Years around ours only: a count must not run out of the calendar's four-digit years.
  from: plainDate()
    .pattern(/^(19|20|21)/, 'year')
    .required(),
  length: Joi.string()
    .pattern(/^(\d{1,4}(wd|cd)|\d{1,3}mo|\d{1,2}y)$/, 'length')
    .required(),
  roll: Joi.string().valid('back', 'forward', 'none'),
  areaCode: areaCode(),
});
