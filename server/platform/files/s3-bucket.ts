import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type * as S3Sdk from '@aws-sdk/client-s3';
import { AppError } from '../app-error.ts';

/** Plain data, so that threads can be handed it. */
export interface S3Settings {
  /** Of the service, without the bucket. */
  endpoint: string;
  region: string;
  bucket: string;
  key: string;
  secret: string;
  /** `path`: the bucket stands in the path (MinIO, Ceph); `host`: before the host name (AWS, 阿里云 OSS). */
  style: 'path' | 'host';
}

export interface S3Object {
  bytes: number;
  changedAt: Date;
}

/** The few things we ask of an S3-compatible service; each is tried three times before it counts as away. */
export interface S3Bucket {
  head(name: string): Promise<S3Object | null>;
  get(name: string, range?: string): Promise<{ bytes: number; stream: Readable } | null>;
  /** Stored when it resolves: the service has compared the bytes with the hash, which is part of the signature. */
  putFile(name: string, path: string, sha256: string): Promise<void>;
  putBytes(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  list(prefix: string): AsyncIterable<S3Object & { name: string }>;
}

/** What goes wrong is told by whoever asked, in the log's own form. */
const silently = (): void => undefined;
const SILENT = { trace: silently, debug: silently, info: silently, warn: silently, error: silently };

const TRIES = 3;
const BACK_S = 5;

/** Opens no connection yet. The SDK is loaded with the first question: who stores on disk never pays for it. */
export function openS3Bucket(settings: S3Settings): S3Bucket {
  const { bucket: Bucket } = settings;
  let opened: Promise<{ sdk: typeof S3Sdk; client: S3Sdk.S3Client }> | undefined;
  const open = (): NonNullable<typeof opened> => (opened ??= openClient(settings));

  return {
    head: (Key) =>
      asked(async () => {
        const { sdk, client } = await open();
        const found = await orNull(client.send(new sdk.HeadObjectCommand({ Bucket, Key })));
        return found === null ? null : objectOf(found.ContentLength, found.LastModified);
      }),

    get: (Key, Range) =>
      asked(async () => {
        const { sdk, client } = await open();
        const found = await orNull(
          client.send(new sdk.GetObjectCommand({ Bucket, Key, ...(Range === undefined ? {} : { Range }) })),
        );
        if (found?.Body === undefined) return null;
        const whole = /\/(\d+)$/.exec(found.ContentRange ?? '')?.[1];
        // In Node the SDK answers with the response itself.
        return { bytes: Number(whole ?? found.ContentLength), stream: found.Body as Readable };
      }),

    putFile: (Key, path, sha256) =>
      asked(async () => {
        const { sdk, client } = await open();
        const { size } = await stat(path);
        const Body = createReadStream(path);
        const command = new sdk.PutObjectCommand({ Bucket, Key, Body, ContentLength: size });
        // A stream is otherwise sent unsigned: the service would store whatever arrives.
        command.middlewareStack.add(
          (next) => (args) => {
            const { headers } = args.request as { headers: Record<string, string> }; // an HTTP request at this step
            headers['x-amz-content-sha256'] = sha256;
            return next(args);
          },
          { step: 'build', name: 'hashOfFile' },
        );
        try {
          await client.send(command);
        } finally {
          Body.destroy();
        }
      }),

    putBytes: (Key, Body) =>
      asked(async () => {
        const { sdk, client } = await open();
        await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body }));
      }),

    remove: (Key) =>
      asked(async () => {
        const { sdk, client } = await open();
        await orNull(client.send(new sdk.DeleteObjectCommand({ Bucket, Key })));
      }),

    async *list(Prefix) {
      let ContinuationToken: string | undefined;
      do {
        const from = ContinuationToken === undefined ? {} : { ContinuationToken };
        const page = await asked(async () => {
          const { sdk, client } = await open();
          return client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix, ...from }));
        });
        for (const { Key, Size, LastModified } of page.Contents ?? [])
          if (Key !== undefined) yield { name: Key, ...objectOf(Size, LastModified) };
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
    },
  };
}

const objectOf = (bytes: number | undefined, changedAt: Date | undefined): S3Object => {
  if (bytes === undefined || changedAt === undefined) throw new TypeError('not an answer of an S3 service');
  return { bytes, changedAt };
};

async function openClient({ endpoint, region, key, secret, style }: S3Settings) {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    forcePathStyle: style === 'path',
    // Checksums beside the signature are young; services that only speak the older S3 refuse them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 1, // `asked` counts, because a stream can be sent only once
    logger: SILENT,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 60_000 },
  });
  return { sdk, client };
}

/** What an error of the SDK says of itself. */
const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;

async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/** A refusal (4xx) is ours to mend and is not tried again; everything else may pass, and counts as away when it does not. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const status = statusOf(error) ?? 0;
      if (isLocal(error) || (status >= 400 && status < 500)) throw error;
      if (attempt === TRIES) throw new AppError('storeUnavailable', { retryAfter: BACK_S });
    }
  }
}

/** Of our own disk, not of the service. */
const isLocal = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && ['open', 'read', 'stat'].includes(String(error.syscall));
