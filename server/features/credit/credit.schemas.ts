import Joi from 'joi';
import type { OpenRating } from '../../core/contract/credit.ts';
import { RATING_STATES } from '../../core/contract/credit.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { CREDIT_GRADES } from '../../core/credit/grade.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, id, pageKeys, plainDate, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ListCreditFiles } from './list-credit-files.ts';
import type { ListRatings } from './list-ratings.ts';
import { RATING_SORTS } from './list-ratings.ts';

export const fileQuery = Joi.object<{ day?: PlainDate }, true>({ day: plainDate() });

const { sort: _none, ...paging } = pageKeys([]);
export const filesQuery = Joi.object<ListCreditFiles>({
  ...paging,
  sort: Joi.string().valid('name', '-name', 'createdAt', '-createdAt'),
  q: text(50),
  areaCode: areaCode(),
});

/** Years of the measures, which hold since 2017, to the end of the program’s calendar. */
const year = (): Joi.NumberSchema => Joi.number().integer().min(2017).max(2099);
const filters = {
  q: text(50),
  areaCode: areaCode(),
  companyId: id(),
  year: year(),
  grade: Joi.string().valid(...CREDIT_GRADES),
  state: Joi.string().valid(...RATING_STATES),
};
const { sort, ...pages } = pageKeys(Object.keys(RATING_SORTS));
export const ratingsQuery = Joi.object<ListRatings, true>({ ...pages, sort, ...filters });
export type ExportRatings = Omit<ListRatings, 'cursor' | 'limit'> & { format: ExportFormat };
export const exportQuery = Joi.object<ExportRatings, true>({ sort, ...filters, ...exportKeys });

/** What the fields of a step may hold is checked by its table, which knows them. */
const given = () => Joi.object().max(20).required();
export const openBody = Joi.object<OpenRating, true>({
  companyId: id().required(),
  year: year().strict().required(),
  given: given(),
});
export const moveParams = Joi.object<{ id: string; action: string }, true>({
  id: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,30}$/u)
    .required(),
});
export const moveBody = Joi.object<MoveLife, true>({ given: given() });
export const computeBody = Joi.object<{ areaCode: string; year: number }, true>({
  areaCode: areaCode().required(),
  year: year().strict().required(),
});
