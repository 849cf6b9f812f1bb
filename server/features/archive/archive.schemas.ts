import Joi from 'joi';
import type { ArchiveCase, CaseFileVolume, ListCaseFiles } from '../../core/contract/archive.ts';
import { CASE_FILE_STATES, CASE_FILE_VOLUMES } from '../../core/contract/archive.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, pageKeys, plainDate, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportCaseFiles } from './export-case-files.ts';
import { CASE_FILE_SORTS } from './list-case-files.ts';

/** plainDate() has checked the form; joi's types know texts only. */
const day = (): Joi.StringSchema<PlainDate> => plainDate() as Joi.StringSchema<PlainDate>;
const filters = {
  q: text(100),
  areaCode: areaCode(),
  state: Joi.string().valid(...CASE_FILE_STATES),
  archivedFrom: day(),
  archivedTo: day(),
} as const;
const paging = pageKeys(Object.keys(CASE_FILE_SORTS));

export const listQuery = Joi.object<ListCaseFiles, true>({ ...filters, ...paging });
export const exportQuery = Joi.object<ExportCaseFiles, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
export const archiveBody = Joi.object<ArchiveCase, true>({ isSplit: Joi.boolean().strict().required() });
export const emptyBody = Joi.object<Record<string, never>, true>({});
export const volumeQuery = Joi.object<{ volume?: CaseFileVolume }, true>({
  volume: Joi.string().valid(...CASE_FILE_VOLUMES),
});
