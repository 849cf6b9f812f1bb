import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Serving {
  server: Server;
  port: number;
  /** Goes on answering, but ends each connection with its answer: whoever asks again asks elsewhere. */
  letGo(): void;
  /** Stops taking connections, lets requests in flight finish (at most `graceMs`), then closes what is left. */
  stop(graceMs?: number): Promise<void>;
}

/** Listens; a request that does not arrive whole within `requestTimeoutMs` is answered 408 and cut. */
export async function serve(
  listener: RequestListener,
  at: { host: string; port: number; requestTimeoutMs: number },
): Promise<Serving> {
  let lettingGo = false;
  const server = createServer(
    {
      requestTimeout: at.requestTimeoutMs,
      headersTimeout: Math.min(at.requestTimeoutMs, 20_000),
      connectionsCheckingInterval: Math.max(50, Math.min(at.requestTimeoutMs / 4, 5_000)),
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16_384,
    },
    (req, res) => {
      if (lettingGo) res.setHeader('connection', 'close');
      listener(req, res);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo; // a TCP server's address always is one
  return {
    server,
    port,
    letGo: () => {
      lettingGo = true;
    },
    stop: (graceMs = 10_000) =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
