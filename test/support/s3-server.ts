import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '../../server/platform/files/index.ts';
import { s3Signature } from './s3-signature.ts';

const KEY = 'test-key';
const SECRET = 'test-secret-of-no-value';
const BUCKET = 'anxin-files';
const REGION = 'cn-north-1';
/** So small that lists have pages. */
const PAGE = 2;

interface Kept {
  bytes: Buffer;
  changedAt: Date;
}

export interface S3Server {
  settings: S3Settings;
  objects: Map<string, Kept>;
  /** Names of what it refused, newest last. */
  refused: string[];
  /** Answers so many requests with this status, or hangs up on them. */
  fail(times: number, how: number | 'cut'): void;
  close(): Promise<void>;
}

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** A small S3 service: one bucket, in memory. It takes only what is signed by Signature Version 4 and whole. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Kept>();
  const refused: string[] = [];
  let failing: { times: number; how: number | 'cut' } = { times: 0, how: 500 };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await buffer(req);
    if (failing.times > 0) {
      failing.times -= 1;
      if (failing.how === 'cut') req.socket.destroy();
      else res.writeHead(failing.how).end();
      return;
    }
    assertSigned(req, body);
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://s3');
    if (!pathname.startsWith(`/${BUCKET}`)) throw new Refusal(404, 'NoSuchBucket');
    const name = decodeURIComponent(pathname.slice(BUCKET.length + 2));
    if (name === '') res.end(listed(objects, searchParams));
    else answerObject(objects, name, req, res, body);
  }

  const server = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      const { status, code } = error instanceof Refusal ? error : new Refusal(500, String(error));
      if (status !== 404) refused.push(code);
      const text = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
      res.writeHead(status, { 'content-type': 'application/xml' }).end(req.method === 'HEAD' ? '' : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address always is one
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: REGION,
      bucket: BUCKET,
      key: KEY,
      secret: SECRET,
      style: 'path',
    },
    objects,
    refused,
    fail: (times, how) => {
      failing = { times, how };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As the service does: the signature covers the hash of the body, and the body must have it. */
function assertSigned(req: IncomingMessage, body: Buffer): void {
  const headers = req.headers as Record<string, string>; // none of those looked at comes twice
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers['authorization'] ?? '',
    );
  if (match === null) throw new Refusal(403, 'AccessDenied');
  const [, key, day = '', region, signed = '', signature] = match;
  if (key !== KEY || region !== REGION) throw new Refusal(403, 'InvalidAccessKeyId');
  const signedHeaders = signed.split(';');
  const request = { method: req.method ?? '', url: req.url ?? '', headers };
  if (s3Signature(request, { secret: SECRET, day, region, signedHeaders }) !== signature)
    throw new Refusal(403, 'SignatureDoesNotMatch');
  const hash = createHash('sha256').update(body).digest('hex');
  if (headers['x-amz-content-sha256'] !== hash) throw new Refusal(400, 'XAmzContentSHA256Mismatch');
}

function answerObject(
  objects: Map<string, Kept>,
  name: string,
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
): void {
  if (req.method === 'PUT') {
    objects.set(name, { bytes: body, changedAt: wholeSecond(new Date()) });
    res.writeHead(200).end();
    return;
  }
  if (req.method === 'DELETE') {
    objects.delete(name);
    res.writeHead(204).end();
    return;
  }
  const found = objects.get(name);
  if (found === undefined) throw new Refusal(404, 'NoSuchKey');
  const head = { 'last-modified': found.changedAt.toUTCString() };
  const range = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '');
  if (range === null) {
    res.writeHead(200, { ...head, 'content-length': found.bytes.length });
    res.end(req.method === 'HEAD' ? undefined : found.bytes);
    return;
  }
  const [start, end] = [Number(range[1]), Math.min(Number(range[2]), found.bytes.length - 1)];
  const part = found.bytes.subarray(start, end + 1);
  res.writeHead(206, { ...head, 'content-range': `bytes ${start}-${end}/${found.bytes.length}` }).end(part);
}

function listed(objects: Map<string, Kept>, asked: URLSearchParams): string {
  const after = asked.get('continuation-token') ?? '';
  const names = [...objects.keys()]
    .sort()
    .filter((name) => name.startsWith(asked.get('prefix') ?? '') && name > after);
  const page = names.slice(0, PAGE);
  const rows = page.map((name) => {
    const { bytes, changedAt } = objects.get(name)!;
    return `<Contents><Key>${name}</Key><Size>${bytes.length}</Size><LastModified>${changedAt.toISOString()}</LastModified></Contents>`;
  });
  const more = names.length > page.length;
  const next = more ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${String(more)}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`;
}

const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);
