import Joi from 'joi';
import { FILE_PURPOSES } from '../../core/contract/files.ts';
import type { DeleteFile, FilePurpose, StartUpload } from '../../core/contract/files.ts';
import { id, text } from '../../platform/http/shapes.ts';
import type { ListOwnFiles } from './list-own-files.ts';

const purpose = (): Joi.StringSchema => Joi.string().valid(...FILE_PURPOSES);
const sha256 = (): Joi.StringSchema =>
  Joi.string()
    .lowercase()
    .pattern(/^[0-9a-f]{64}$/, 'SHA-256');

/** The fields beside the file in a form. */
export const uploadFields = Joi.object<{ purpose: FilePurpose; sha256?: string }, true>({
  purpose: purpose().required(),
  sha256: sha256(),
});

export const startUploadBody = Joi.object<StartUpload, true>({
  name: text(300).required(),
  bytes: Joi.number().strict().integer().min(1).max(Number.MAX_SAFE_INTEGER).required(),
  purpose: purpose().required(),
  sha256: sha256(),
});

export const listOwnFilesQuery = Joi.object<ListOwnFiles, true>({
  purpose: purpose(),
  cursor: id(),
  limit: Joi.number().integer().min(1).max(200),
});

export const deleteFileBody = Joi.object<DeleteFile, true>({ reason: text(200).required() });
