import Joi from 'joi';
import type { ListRetentionRecords } from '../../core/contract/retention.ts';
import { RETENTION_KINDS, RETENTION_STATES } from '../../core/contract/retention.ts';
import { areaCode, pageKeys, text } from '../../platform/http/shapes.ts';
import type { ListRetention } from './list-retention-lists.ts';
import { RETENTION_SORTS } from './list-retention-lists.ts';
import { RECORD_SORTS } from './list-retention-records.ts';

export const listQuery = Joi.object<ListRetention, true>({
  areaCode: areaCode(),
  state: Joi.string().valid(...RETENTION_STATES),
  ...pageKeys(Object.keys(RETENTION_SORTS)),
});
export const recordsQuery = Joi.object<ListRetentionRecords, true>({
  kind: Joi.string().valid(...RETENTION_KINDS),
  ...pageKeys(Object.keys(RECORD_SORTS)),
});
export const noBody = Joi.object<Record<string, never>, true>({});
export const declineBody = Joi.object<{ reason: string }, true>({ reason: text(500, 2).required() });
