import type { HealthCheck } from '../../../core/contract/operations.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { S3Settings } from '../../../platform/files/index.ts';
import { openS3Bucket } from '../../../platform/files/s3-bucket.ts';
import { inTime } from '../../../platform/in-time.ts';
import type { OperationsSettings } from '../operations.settings.ts';

type Finding = Omit<HealthCheck, 'name'>;

/** Less than what ends a check without a word: a service that does not answer is away, not unknown. */
const PATIENCE_MS = 5_000;
/** No file has this name; to be told so takes the right to read. */
const NO_FILE = 'content/none';

/** Can uploaded files be reached? A bucket is listed and read; nothing is written, so the right to write stays untried. */
export async function checkFiles({ s3 }: Pick<OperationsSettings, 's3'>): Promise<Finding> {
  if (s3 === undefined)
    return {
      level: 'good',
      zh: '上传的文件在 DATA_DIR 里',
      en: 'Uploaded files lie in DATA_DIR',
      facts: { kind: 'disk' },
    };
  const facts = { kind: 's3', bucket: s3.bucket };
  try {
    await inTime(ask(s3), PATIENCE_MS, () => {
      throw new AppError('storeUnavailable');
    });
    return {
      level: 'good',
      zh: `对象存储可用：桶 ${s3.bucket}`,
      en: `The bucket ${s3.bucket} answers`,
      facts,
    };
  } catch (error) {
    return { level: 'bad', ...wordsOf(error, s3), facts };
  }
}

async function ask(s3: S3Settings): Promise<void> {
  const bucket = openS3Bucket(s3);
  await bucket.list('content/')[Symbol.asyncIterator]().next();
  await bucket.head(NO_FILE);
}

function wordsOf(error: unknown, { bucket }: S3Settings): { zh: string; en: string } {
  const status = (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
  if (error instanceof AppError || status === undefined)
    return {
      zh: '连不上对象存储：上传和下载得到 503，其余照常',
      en: 'The file service does not answer: uploads and downloads get 503, all else goes on',
    };
  if (status === 404)
    return { zh: `对象存储里没有这个桶：${bucket}`, en: `The file service has no bucket ${bucket}` };
  if (status === 403)
    return {
      zh: `对象存储不让读桶 ${bucket}：钥匙或密钥不对，或者没有权限`,
      en: `The file service does not let us read the bucket ${bucket}: key or secret are wrong, or have no right to it`,
    };
  return {
    zh: `对象存储不接受请求（${status}），多半是区域或地址写法不对`,
    en: `The file service does not take our requests (${status}): most likely the region or the style is wrong`,
  };
}
