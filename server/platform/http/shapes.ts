import Joi from 'joi';
import { isPlainDate } from '../../core/kit/plain-date.ts';

/** Text a person types: trimmed, no control characters but line breaks and tabs. */
export const text = (max: number, min = 1): Joi.StringSchema =>
  Joi.string()
    .trim()
    .min(min)
    .max(max)
    // eslint-disable-next-line no-control-regex -- refusing control characters is the point
    .pattern(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'plain text');

/** The name of a person, firm or place: one line, and nothing a page could take for markup. */
export const properName = (max: number, min = 1): Joi.StringSchema =>
  Joi.string()
    .trim()
    .min(min)
    .max(max)
    // eslint-disable-next-line no-control-regex -- refusing control characters is the point
    .pattern(/^[^<>\u0000-\u001f\u007f]*$/, '不含 < 和 > / without < and >');

/** An id of this system: 24 hex digits. */
export const id = (): Joi.StringSchema =>
  Joi.string()
    .lowercase()
    .pattern(/^[0-9a-f]{24}$/, 'id');

/** Division code or prefix: 2, 4, 6, 9 or 12 digits (GB/T 2260 and its town and village extensions). */
export const areaCode = (): Joi.StringSchema =>
  Joi.string().pattern(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/, 'area code');

/** A day that exists, 'YYYY-MM-DD' in Asia/Shanghai. */
export const plainDate = (): Joi.StringSchema =>
  Joi.string()
    .pattern(/^\d{4}-\d{2}-\d{2}$/, 'day')
    .custom((value: string, helpers) => (isPlainDate(value) ? value : helpers.error('date.format')));

/** Whole fen, zero or more, never text. */
export const fen = (): Joi.NumberSchema =>
  Joi.number().strict().integer().min(0).max(Number.MAX_SAFE_INTEGER);

/** Mobile number as typed: 11 digits starting 1, loose on ranges (VAL-TEL). */
export const mobile = (): Joi.StringSchema =>
  Joi.string()
    .trim()
    .pattern(/^1[3-9]\d{9}$/, '1 开头的 11 位手机号 / 11 digits beginning with 1');

export const email = (): Joi.StringSchema => Joi.string().trim().lowercase().max(254).email({ tlds: false });

export const idParams = Joi.object<{ id: string }, true>({ id: id().required() });

/** The paging keys every list takes; spread them into the list's own query shape. */
export const pageKeys = (
  sorts: readonly string[],
): { cursor: Joi.StringSchema; limit: Joi.NumberSchema; sort: Joi.StringSchema } => ({
  cursor: Joi.string().max(1000),
  limit: Joi.number().integer().min(1).max(200),
  sort: Joi.string().valid(...sorts.flatMap((name) => [name, `-${name}`])),
});
