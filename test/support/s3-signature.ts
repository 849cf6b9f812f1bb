import { createHash, createHmac } from 'node:crypto';

export interface SignedHttp {
  method: string;
  /** As sent: percent-encoded, with the query. */
  url: string;
  headers: Readonly<Record<string, string>>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature that AWS Signature Version 4 asks of a request to S3, by its description. */
export function s3Signature(
  request: SignedHttp,
  by: { secret: string; day: string; region: string; signedHeaders: readonly string[] },
): string {
  const { pathname, search } = splitUrl(request.url);
  const header = (name: string): string => (request.headers[name] ?? '').trim().replace(/ +/g, ' ');
  const canonical = [
    request.method,
    pathname,
    canonicalQuery(search),
    ...by.signedHeaders.map((name) => `${name}:${header(name)}`),
    '',
    by.signedHeaders.join(';'),
    header('x-amz-content-sha256'),
  ].join('\n');
  const scope = `${by.day}/${by.region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, sha256(canonical)].join('\n');
  const key = [by.region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${by.secret}`, by.day));
  return hmac(key, toSign).toString('hex');
}

function splitUrl(url: string): { pathname: string; search: string } {
  const [pathname = '/', search = ''] = url.split('?');
  return { pathname, search };
}

const canonicalQuery = (search: string): string =>
  search
    .split('&')
    .filter((part) => part !== '')
    .map((part) => (part.includes('=') ? part : `${part}=`))
    .sort()
    .join('&');
