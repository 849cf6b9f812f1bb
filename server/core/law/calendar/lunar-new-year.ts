import { plainDate, type PlainDate } from '../../kit/plain-date.ts';
import type { Certainty } from '../rule.ts';

/** Where the days come from and how sure they are: a standard fixes how they are reckoned, the observatory publishes them. */
export const LUNAR_NEW_YEAR_SOURCE: { certainty: Certainty; zh: string; en: string } = {
  certainty: 'confirmed',
  zh: 'GB/T 33661-2017《农历的编算和颁行》，紫金山天文台历书',
  en: 'GB/T 33661-2017, calculation and promulgation of the Chinese calendar (Purple Mountain Observatory)',
};

/**
 * The first day of the first lunar month (正月初一). A table, not a formula: in 2027 and 2030 the new moon falls minutes
 * from midnight, and common libraries are a day out. Days off around it are set by each year's notice.
 */
const DAYS = [
  ...['2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29'],
  ...['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11'],
  ...['2033-01-31', '2034-02-19', '2035-02-08', '2036-01-28', '2037-02-15', '2038-02-04', '2039-01-24'],
].map(plainDate);

/** The lunar new year's day of a year; undefined past the table. */
export const lunarNewYearOf = (year: number): PlainDate | undefined =>
  DAYS.find((day) => day.startsWith(`${year}-`));
