import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Request, Response } from 'express';
import multer from 'multer';
import { AppError } from '../../platform/app-error.ts';
import type { ErrorCode, FieldProblem } from '../../core/contract/errors.ts';
import { isDiskFull } from '../../platform/files/index.ts';
import { assertRoom, filesSetup, megabytes, tmpPath } from './files-setup.ts';
import { uploadFields } from './files.schemas.ts';
import type { ArrivedFile } from './store-file.ts';

/** Beside the file: its purpose and, if the sender likes, the hash. */
const FORM_LIMITS = { files: 1, fields: 4, parts: 6, fieldSize: 500, fieldNameSize: 100, headerPairs: 20 };

const problem = (path: string, rule: string, zh: string, en: string): AppError =>
  new AppError('invalidInput', { count: 1 }, [{ in: 'body', path, rule, zh, en } satisfies FieldProblem]);

/** Writes the file part of a form to disk and hands its place on; nothing stays behind when `work` or the form fails. */
export async function withMultipart<Result>(
  req: Request,
  res: Response,
  work: (arrived: ArrivedFile) => Promise<Result>,
): Promise<Result> {
  if (req.is('multipart/form-data') === false)
    throw new AppError('wrongContentType', { accepted: 'multipart/form-data' });
  const { tmpFolder, uploads } = filesSetup();
  await assertRoom(Number(req.get('content-length') ?? 0));
  const form = multer({
    storage: multer.diskStorage({
      destination: tmpFolder,
      filename: (_req, _file, done) => done(null, basename(tmpPath())),
    }),
    limits: { ...FORM_LIMITS, fileSize: uploads.maxFileBytes },
    defParamCharset: 'utf8',
  }).single('file');
  await new Promise<void>((resolve, reject) => {
    form(req, res, (error?: unknown) =>
      error === undefined ? resolve() : reject(formFault(error, uploads.maxFileBytes)),
    );
  });
  const path = req.file?.path;
  try {
    return await work(arrivedFile(req));
  } finally {
    if (path !== undefined) await rm(path, { force: true });
  }
}

function arrivedFile(req: Request): ArrivedFile {
  const { file } = req;
  if (file === undefined) throw problem('file', 'any.required', '请选择文件', 'Choose a file');
  const checked = uploadFields.validate({ ...(req.body as Record<string, unknown>) }); // multer's own plain record
  if (checked.error !== undefined) {
    throw problem(
      'purpose',
      checked.error.details[0]?.type ?? 'any.invalid',
      '用途不对',
      'The purpose is not right',
    );
  }
  const { purpose, sha256 } = checked.value; // joi has just checked it
  return { path: file.path, name: file.originalname, purpose, ...(sha256 === undefined ? {} : { sha256 }) };
}

const TOO_MUCH = new Set(['LIMIT_FILE_SIZE', 'LIMIT_PART_COUNT', 'LIMIT_FIELD_COUNT', 'LIMIT_FIELD_VALUE']);

/** multer and the form reader throw plain errors that would all read as our own fault. */
function formFault(error: unknown, maxBytes: number): unknown {
  if (error instanceof multer.MulterError) {
    if (TOO_MUCH.has(error.code)) return new AppError('bodyTooLarge', { limit: megabytes(maxBytes) });
    return problem(error.field ?? 'file', 'object.unknown', '表单不对', 'The form is not right');
  }
  if (!(error instanceof Error)) return error;
  if (isDiskFull(error)) return new AppError('diskFull');
  const code: ErrorCode = /aborted|closed/i.test(error.message) ? 'requestTimeout' : 'malformedForm';
  // The form reader's faults carry no system code; what does is not the sender's doing.
  return 'code' in error && typeof error.code === 'string' && code !== 'requestTimeout'
    ? error
    : new AppError(code);
}
