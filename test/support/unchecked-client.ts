import { randomUUID } from 'node:crypto';
import type { SessionView } from '../../server/core/contract/accounts.ts';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  body: Body;
  headers: Headers;
}

/**
 * A browser without pages: keeps its cookie and CSRF token, speaks to a running product. It takes what it gets, as a
 * measurement must; tests use `ApiClient`.
 */
export class UncheckedClient {
  readonly url: string;
  cookie = '';
  csrf = '';

  constructor(url: string) {
    this.url = url;
  }

  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const res = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(this.csrf === '' ? {} : { 'x-csrf-token': this.csrf }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const set = res.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (set[0] !== undefined) this.cookie = set[0];
    const text = await res.text();
    this.received(method, res, text);
    // The caller names the shape it expects and asserts on it.
    return { status: res.status, body: (text === '' ? {} : JSON.parse(text)) as Body, headers: res.headers };
  }

  /** For whoever looks at each answer. */
  protected received(_method: string, _res: Response, _text: string): void {}

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send<Body>('GET', path);
  }

  /** A creating POST; the same `key` again is the same submission. */
  create<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    key: string = randomUUID(),
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, body, { 'idempotency-key': key });
  }

  /** With the code that came to the phone. */
  async signInByCode(challengeId: string, code: string): Promise<void> {
    const done = await this.send('POST', '/session/phone', { challengeId, code });
    if (done.status >= 300) throw new Error(`sign-in failed: ${done.status} ${JSON.stringify(done.body)}`);
    this.csrf = (await this.get<SessionView>('/session')).body.csrfToken;
  }

  async signIn(login: string, password: string): Promise<void> {
    const done = await this.send('POST', '/session', { login, password });
    if (done.status >= 300) throw new Error(`sign-in failed: ${done.status} ${JSON.stringify(done.body)}`);
    this.csrf = (await this.get<SessionView>('/session')).body.csrfToken;
  }
}
