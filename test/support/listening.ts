import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Express } from 'express';

const servers: Server[] = [];

/** One port for all requests of a test's people: left to itself supertest opens one for each request. */
export function listening(app: Express): Server {
  const server = createServer(app).listen(0, '127.0.0.1');
  server.keepAliveTimeout = 0; // no connection ends just as somebody uses it again
  servers.push(server);
  return server;
}

export function closeAllServers(): void {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
}
