import Joi from 'joi';
import type { ListCertificates, RequestCertificate } from '../../core/contract/certificates.ts';
import { CERTIFICATE_STATES } from '../../core/contract/certificates.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import { areaCode, id, pageKeys, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportCertificates } from './export-certificates.ts';
import { CERTIFICATE_SORTS } from './list-certificates.ts';

/** What is given is read by the table's own form. */
const given = () => Joi.object().max(40).required();
export const requestBody = Joi.object<RequestCertificate, true>({
  companyId: id().required(),
  given: given(),
});
export const moveBody = Joi.object<MoveLife, true>({ given: given() });
export const moveParams = Joi.object<{ id: string; action: string }, true>({
  id: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,40}$/)
    .required(),
});
export const checkParams = Joi.object<{ checkCode: string }, true>({
  checkCode: Joi.string()
    .uppercase()
    .replace('-', '')
    .pattern(/^[2-9A-HJKMNP-Z]{10}$/)
    .required(),
});

const filters = {
  q: text(100),
  state: Joi.string().valid(...CERTIFICATE_STATES),
  areaCode: areaCode(),
  companyId: id(),
} as const;
const paging = pageKeys(Object.keys(CERTIFICATE_SORTS));
export const listQuery = Joi.object<ListCertificates, true>({ ...filters, ...paging });
export const exportQuery = Joi.object<ExportCertificates, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
