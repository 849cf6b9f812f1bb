import Joi from 'joi';
import type { MoveLife } from '../../core/contract/lives.ts';
import type { ListPublicReleases, ListReleases, OpenRelease } from '../../core/contract/releases.ts';
import { RELEASE_KINDS, RELEASE_STATES } from '../../core/contract/releases.ts';
import { areaCode, id, pageKeys, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportReleases } from './export-releases.ts';
import { RELEASE_SORTS } from './list-releases.ts';

/** What is given is read by the table's own form. */
const given = () => Joi.object().max(40).required();
const kind = () => Joi.string().valid(...RELEASE_KINDS);
export const openBody = Joi.object<OpenRelease, true>({
  kind: kind().required(),
  projectId: id().required(),
  given: given(),
});
export const moveBody = Joi.object<MoveLife, true>({ given: given() });
export const moveParams = Joi.object<{ id: string; action: string }, true>({
  id: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,40}$/)
    .required(),
});

const filters = {
  q: text(100),
  kind: kind(),
  state: Joi.string().valid(...RELEASE_STATES),
  areaCode: areaCode(),
  due: Joi.boolean(),
} as const;
const paging = pageKeys(Object.keys(RELEASE_SORTS));
export const listQuery = Joi.object<ListReleases, true>({ ...filters, ...paging });
export const exportQuery = Joi.object<ExportReleases, true>({ ...filters, sort: paging.sort, ...exportKeys });
export const publicQuery = Joi.object<ListPublicReleases, true>({
  q: text(100),
  areaCode: areaCode(),
  ...pageKeys(['publicUntil']),
});
