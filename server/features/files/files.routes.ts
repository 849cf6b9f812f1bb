import type { Request } from 'express';
import { AppError } from '../../platform/app-error.ts';
import { routesFor } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { appendUpload } from './append-upload.ts';
import { cancelUpload } from './cancel-upload.ts';
import { deleteFile } from './delete-file.ts';
import { getReadableFile } from './file-readers.ts';
import { FILES_PERMISSIONS } from './files.permissions.ts';
import { deleteFileBody, listOwnFilesQuery, startUploadBody } from './files.schemas.ts';
import { finishUpload } from './finish-upload.ts';
import { getUpload } from './get-upload.ts';
import { listOwnFiles } from './list-own-files.ts';
import { withMultipart } from './receive-multipart.ts';
import { sendFile, sendThumbnail } from './send-file.ts';
import { startUpload } from './start-upload.ts';
import { storeFile } from './store-file.ts';

const { route, raw } = routesFor(FILES_PERMISSIONS);

/** Where the phone believes to be; the header of the resumable-upload drafts. */
function uploadOffset(req: Request): number {
  if (req.is('application/octet-stream') === false)
    throw new AppError('wrongContentType', { accepted: 'application/octet-stream' });
  const given = /^\d{1,15}$/.exec(req.get('upload-offset') ?? '')?.[0];
  if (given !== undefined) return Number(given);
  throw new AppError('invalidInput', { count: 1 }, [
    {
      in: 'headers',
      path: 'upload-offset',
      rule: 'any.required',
      zh: '缺少续传位置',
      en: 'The offset is missing',
    },
  ]);
}

export const filesRoutes: Route[] = [
  raw(
    'post /files',
    'files.upload',
    { rate: 'upload', status: 201, says: ['上传文件', 'Upload a file'] },
    async ({ ctx }, req, res) => {
      const view = await withMultipart(req, res, (arrived) => storeFile(arrived, ctx));
      res.status(201).json(view);
      return view;
    },
  ),
  route(
    'get /files',
    'files.listOwn',
    { rate: 'read', query: listOwnFilesQuery, says: ['我上传的文件', 'Own files'] },
    ({ query, ctx }) => listOwnFiles(query, ctx),
  ),
  raw(
    'get /files/:id',
    'files.read',
    { rate: 'read', params: idParams, says: ['打开或下载文件', 'Open or download a file'] },
    async ({ params, ctx }, req, res) => sendFile(await getReadableFile(params.id, ctx), req, res),
  ),
  raw(
    'get /files/:id/thumbnail',
    'files.read',
    { rate: 'read', params: idParams, says: ['缩略图', 'Thumbnail'] },
    async ({ params, ctx }, req, res) => {
      const file = await getReadableFile(params.id, ctx);
      if (!file.hasThumbnail) throw new AppError('notFound');
      await sendThumbnail(file, req, res);
    },
  ),
  route(
    'delete /files/:id',
    'files.deleteOwn',
    {
      rate: 'write',
      params: idParams,
      body: deleteFileBody,
      says: ['删除自己上传的文件', 'Delete an own file'],
    },
    ({ params, body, ctx }) => deleteFile({ ...params, ...body }, ctx),
  ),
  route(
    'post /uploads',
    'files.upload',
    {
      rate: 'upload',
      body: startUploadBody,
      status: 201,
      idempotent: true,
      says: ['开始断点续传', 'Start a resumable upload'],
    },
    ({ body, ctx }) => startUpload(body, ctx),
  ),
  route(
    'get /uploads/:id',
    'files.upload',
    { rate: 'read', params: idParams, says: ['查询续传位置', 'Where to resume'] },
    ({ params, ctx }) => getUpload(params.id, ctx),
  ),
  raw(
    'patch /uploads/:id',
    'files.upload',
    { rate: 'upload', params: idParams, says: ['续传一段', 'Append a piece'] },
    async ({ params, ctx }, req, res) => {
      const view = await appendUpload({ id: params.id, offset: uploadOffset(req), body: req }, ctx);
      res.set('upload-offset', String(view.offset)).json(view);
      return view;
    },
  ),
  route(
    'post /uploads/:id/finish',
    'files.upload',
    { rate: 'upload', params: idParams, status: 201, says: ['完成续传', 'Finish a resumable upload'] },
    ({ params, ctx }) => finishUpload(params.id, ctx),
  ),
  route(
    'delete /uploads/:id',
    'files.upload',
    { rate: 'write', params: idParams, says: ['放弃续传', 'Give up a resumable upload'] },
    ({ params, ctx }) => cancelUpload(params.id, ctx),
  ),
];
