import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { demandOpenTarget, guardedLookup } from './targets.ts';

export interface Posted {
  status: number;
  /** The beginning of what was answered. */
  answer: string;
}

/** Enough for the characters that are kept, whatever they are made of. */
const READ_BYTES = 1_024;

/**
 * One POST to an address somebody typed in: never redirected, over in `patienceMs` whatever the other side does, and of
 * the answer no more is read than its beginning. Throws when there is no answer.
 */
export function postOnce(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  patienceMs: number,
): Promise<Posted> {
  const url = new URL(address);
  demandOpenTarget(url);
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(url),
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    let isAnswered = false;
    const sent: ClientRequest = open(url, options, (answer) => {
      isAnswered = true;
      void beginningOf(answer).then((text) => resolve({ status: answer.statusCode ?? 0, answer: text }));
    });
    const late = setTimeout(() => sent.destroy(new Error('no answer in time')), patienceMs);
    // Once a status is there it counts, however the rest of the answer ends.
    const unanswered = (error: Error): void => {
      if (!isAnswered) reject(error);
    };
    sent.on('error', unanswered);
    sent.on('close', () => {
      clearTimeout(late);
      unanswered(new Error('the line was closed'));
    });
    sent.end(body);
  });
}

/** Read until it ends, is cut, or is enough. */
function beginningOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const done = (): void => resolve(Buffer.concat(parts).subarray(0, READ_BYTES).toString('utf8'));
    answer.on('data', (part: Buffer) => {
      parts.push(part);
      bytes += part.length;
      if (bytes < READ_BYTES) return;
      done();
      answer.destroy();
    });
    answer.on('end', done);
    answer.on('error', done);
    answer.on('close', done);
  });
}
