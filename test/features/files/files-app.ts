import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../server/app.ts';
import { configure } from '../../../server/configure.ts';
import type { Grant, Role } from '../../../server/core/contract/roles.ts';
import type { FilePurpose, FileView, UploadView } from '../../../server/core/contract/files.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { configureFiles, FILES_PERMISSIONS, filesRoutes } from '../../../server/features/files/index.ts';
import { fixedClock, systemClock } from '../../../server/platform/clock.ts';
import type { Actor } from '../../../server/platform/context.ts';
import type { MeasureDisk, SealedFileStore } from '../../../server/platform/files/index.ts';
import { serve } from '../../../server/platform/http/serve.ts';
import { createLog } from '../../../server/platform/log.ts';
import { testConfig } from '../../support/config.ts';

const MB = 1024 * 1024;

export const person = (n: number): string => String(n).padStart(24, '0');

interface Options {
  uploads?: Partial<{ maxFileBytes: number; quotaBytesPerUser: number; minFreeBytes: number }>;
  measureDisk?: MeasureDisk;
  store?: SealedFileStore;
}

/** The HTTP side with the files feature alone; who asks is said by a header instead of a session. */
export async function startFilesApp(options: Options = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-uploads-'));
  const limits = { maxFileBytes: 5 * MB, quotaBytesPerUser: 20 * MB, minFreeBytes: 0, ...options.uploads };
  const { store, measureDisk } = options;
  const config = testConfig();
  const clock = fixedClock(systemClock.now());
  configure(config, clock);
  configureFiles(
    { dataDir, regionCode: '5326', uploads: limits },
    { ...(store === undefined ? {} : { store }), ...(measureDisk === undefined ? {} : { measureDisk }) },
  );
  const { app } = createApp({
    config,
    clock,
    log: createLog('silent'),
    routes: filesRoutes,
    permissionTables: [FILES_PERMISSIONS],
    readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
    identity: [],
    version: 'test',
    resolveActor: (req): Actor => {
      const said = req.get('x-test-actor');
      return said === undefined ? { kind: 'anonymous' } : (JSON.parse(said) as Actor); // made by `as` below
    },
    mustFirst: () => null,
    limit: () => Promise.resolve(),
  });
  const serving = await serve(app, { host: '127.0.0.1', port: 0, requestTimeoutMs: 20_000 });
  const url = `http://127.0.0.1:${serving.port}/api`;
  return {
    url,
    port: serving.port,
    clock,
    dataDir,
    as: (userId: string, role: Role = 'worker', areaCode = '532601') =>
      new FilesClient(url, userId, [{ role, areaCode }]),
    anonymous: () => new FilesClient(url, null, []),
    /** Everything below the data folder that is a file, by its path within. */
    filesOnDisk: () => walk(dataDir),
    stop: async () => {
      await serving.stop(100);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type FilesApp = Awaited<ReturnType<typeof startFilesApp>>;

function walk(folder: string, within = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = join(within, entry.name);
    return entry.isDirectory() ? walk(join(folder, entry.name), name) : [name];
  });
}

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

export class FilesClient {
  readonly url: string;
  readonly headers: Record<string, string>;

  constructor(url: string, userId: string | null, grants: Grant[]) {
    this.url = url;
    const actor = { kind: 'user', userId, name: 'test', grants, sessionId: 's' };
    this.headers = userId === null ? {} : { 'x-test-actor': JSON.stringify(actor) };
  }

  fetch(
    method: string,
    path: string,
    init: { body?: RequestInit['body']; headers?: Record<string, string> } = {},
  ) {
    return fetch(`${this.url}${path}`, {
      method,
      headers: { ...this.headers, ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
      signal: AbortSignal.timeout(15_000),
    });
  }

  async send<Body = Problem>(
    method: string,
    path: string,
    init: Parameters<FilesClient['fetch']>[2] = {},
  ): Promise<Answer<Body>> {
    const res = await this.fetch(method, path, init);
    const text = await res.text();
    return { status: res.status, body: (text === '' ? {} : JSON.parse(text)) as Body, headers: res.headers }; // asserted on by the caller
  }

  json<Body = Problem>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>(method, path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  upload<Body = FileView>(
    bytes: Buffer | string,
    name = '证据.jpg',
    purpose: FilePurpose | string = 'evidence',
    fields: Record<string, string> = {},
  ) {
    const form = new FormData();
    form.set('purpose', purpose);
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    form.set('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name);
    return this.send<Body>('POST', '/files', { body: form });
  }

  startUpload<Body = UploadView>(body: unknown) {
    return this.json<Body>('POST', '/uploads', body, { 'idempotency-key': randomUUID() });
  }

  patch<Body = UploadView>(id: string, offset: number | string, piece: Buffer) {
    return this.send<Body>('PATCH', `/uploads/${id}`, {
      body: new Uint8Array(piece),
      headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
    });
  }

  finish<Body = FileView>(id: string) {
    return this.send<Body>('POST', `/uploads/${id}/finish`);
  }
}
