import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedText {
  id: string;
  phone: string;
  text: string;
  sign: string;
  template: string;
}

export interface SmsServer {
  url: string;
  /** What came with a true signature, each time it came. */
  received: ReceivedText[];
  /** Why a request was turned away. */
  refused: string[];
  /** Answers the next requests so, the last one for ever; 0 never answers. */
  answer(statuses: readonly number[], headers?: Record<string, string>): void;
  close(): Promise<void>;
}

/** A text-message gateway on loopback that checks signatures the way the README tells a gateway to. */
export async function startSmsServer({ key, secret }: { key: string; secret: string }): Promise<SmsServer> {
  const received: ReceivedText[] = [];
  const refused: string[] = [];
  let statuses: number[] = [];
  let headers: Record<string, string> = {};

  const take = (req: IncomingMessage, body: Buffer, res: ServerResponse): void => {
    const digest = createHash('sha256').update(body).digest('hex');
    const time = String(req.headers['x-anxin-time']);
    const signed = [req.method, req.url, time, digest].join('\n');
    const expected = createHmac('sha256', secret).update(signed).digest('hex');
    if (req.headers['x-anxin-signature'] !== expected) refused.push('signature');
    else if (req.headers['x-anxin-key'] !== key) refused.push('key');
    else received.push(JSON.parse(body.toString()) as ReceivedText); // asserted on by the tests
    const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 202;
    // A provider likes to repeat the number in its answer.
    if (status > 0) res.writeHead(status, headers).end(body);
  };
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => take(req, Buffer.concat(parts), res));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address always is one
  return {
    url: `http://127.0.0.1:${port}/send?region=5326`,
    received,
    refused,
    answer: (next, more = {}) => {
      statuses = [...next];
      headers = more;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
