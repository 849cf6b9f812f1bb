import { errorFromProblem, isProblem, type ApiError } from './api-error.ts';
import { offline, unreadable } from './transport-words.ts';

export type Query = Record<string, string | number | boolean | undefined>;

export interface Send {
  query?: Query;
  body?: unknown;
  /** If-Match: the version this screen was drawn from. */
  version?: number;
  /** One key per submission, kept on retry: the server answers a repeat with the first result. */
  idempotencyKey?: string;
  /** Beside our own, e.g. where a piece of a file belongs. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

let csrfToken = '';
let renewCsrf: (() => Promise<void>) | undefined;
let onSignInRequired: ((error: ApiError) => void) | undefined;

/** The session store hands over the token it learned; `renew` fetches a new one after the old has expired. */
export function useCsrf(token: string, renew: () => Promise<void>): void {
  csrfToken = token;
  renewCsrf = renew;
}

/** Called when a signed-in screen finds that the session has ended. */
export function onSessionEnd(handler: (error: ApiError) => void): void {
  onSignInRequired = handler;
}

export function toQueryText(query: Query | undefined): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') parts.set(name, String(value));
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

async function readProblem(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  try {
    const body: unknown = await response.json();
    return isProblem(body) ? errorFromProblem(body) : unreadable(response.status, requestId);
  } catch {
    return unreadable(response.status, requestId);
  }
}

function headersFor(method: string, send: Send): Headers {
  const headers = new Headers({ accept: 'application/json', ...send.headers });
  if (send.body instanceof Blob) headers.set('content-type', 'application/octet-stream');
  else if (send.body !== undefined && !(send.body instanceof FormData))
    headers.set('content-type', 'application/json');
  if (method !== 'GET') headers.set('x-csrf-token', csrfToken);
  if (send.version !== undefined) headers.set('if-match', `"v${send.version}"`);
  if (method === 'POST') headers.set('idempotency-key', send.idempotencyKey ?? newSubmissionKey());
  return headers;
}

function bodyOf(send: Send): BodyInit | null {
  if (send.body === undefined) return null;
  const isRaw = send.body instanceof FormData || send.body instanceof Blob;
  return isRaw ? (send.body as FormData | Blob) : JSON.stringify(send.body); // just tested
}

async function fetchOnce(method: string, path: string, send: Send): Promise<Response> {
  try {
    return await fetch(`/api${path}${toQueryText(send.query)}`, {
      method,
      headers: headersFor(method, send),
      body: bodyOf(send),
      credentials: 'same-origin',
      signal: send.signal ?? null,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw offline();
  }
}

/** Sends one request; every failure comes out as an ApiError. An expired page token is renewed once by itself. */
export async function respond(method: string, path: string, send: Send = {}): Promise<Response> {
  let response = await fetchOnce(method, path, send);
  if (response.ok) return response;
  let error = await readProblem(response);
  if (error.code === 'wrongCsrf' && renewCsrf !== undefined) {
    await renewCsrf();
    response = await fetchOnce(method, path, send);
    if (response.ok) return response;
    error = await readProblem(response);
  }
  if (error.code === 'signInRequired') onSignInRequired?.(error);
  throw error;
}

async function json<Answer>(method: string, path: string, send?: Send): Promise<Answer> {
  const response = await respond(method, path, send);
  if (response.status === 204) return undefined as Answer; // callers of such endpoints ask for `void`
  try {
    return (await response.json()) as Answer; // the contract types are the server's promise
  } catch {
    throw unreadable(response.status, response.headers.get('x-request-id') ?? undefined);
  }
}

export const http = {
  get: <Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> =>
    json('GET', path, { ...(query && { query }), ...(signal && { signal }) }),
  post: <Answer = void>(path: string, body?: unknown, send: Omit<Send, 'body'> = {}): Promise<Answer> =>
    json('POST', path, { ...send, ...(body !== undefined && { body }) }),
  put: <Answer = void>(path: string, body: unknown, send: Omit<Send, 'body'> = {}): Promise<Answer> =>
    json('PUT', path, { ...send, body }),
  patch: <Answer = void>(path: string, body: unknown, send: Omit<Send, 'body'> = {}): Promise<Answer> =>
    json('PATCH', path, { ...send, body }),
  delete: <Answer = void>(path: string, body?: unknown): Promise<Answer> =>
    json('DELETE', path, body === undefined ? {} : { body }),
};

export const newSubmissionKey = (): string =>
  // crypto.randomUUID exists only in secure contexts; a county office may well open the page by plain http and IP.
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
