import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Somebody at a browser, over connections that stay open. */
export class Person {
  readonly #url: string;
  #cookie = '';
  #csrf = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** The answer's text; anything but success is an error, so that nothing refused is ever counted as served. */
  send(method: 'GET' | 'POST', path: string, body?: object): Promise<string> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
      ...(method === 'GET'
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            'x-csrf-token': this.#csrf,
            'idempotency-key': randomUUID(),
          }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.#url}${path}`, { method, agent, headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('error', reject);
        res.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          const [cookie] = res.headers['set-cookie'] ?? [];
          if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
          const { statusCode = 0 } = res;
          if (statusCode >= 200 && statusCode < 300) resolve(answer);
          else reject(new Error(`${method} ${path}: ${statusCode} ${answer.slice(0, 300)}`));
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }

  /** What a browser would send with a socket's handshake. */
  get cookie(): string {
    return this.#cookie;
  }

  /** Sends a workbook as a browser's form does; answers the id of the file. */
  async upload(purpose: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData();
    form.set('purpose', purpose);
    form.set('file', new Blob([bytes]), `${randomUUID()}.xlsx`); // never a shared buffer
    const headers = { cookie: this.#cookie, 'x-csrf-token': this.#csrf, 'idempotency-key': randomUUID() };
    const res = await fetch(`${this.#url}/api/files`, { method: 'POST', headers, body: form });
    const answer = await res.text();
    if (!res.ok) throw new Error(`POST /api/files: ${res.status} ${answer.slice(0, 300)}`);
    return (JSON.parse(answer) as { id: string }).id; // the contract of the door
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.send('POST', '/api/session', { login, password });
    await this.#knowToken();
  }

  /** By the code sent to the phone, which a demo shows in its inbox. */
  async signInByPhone(phone: string): Promise<void> {
    const inbox = async (): Promise<{ id: string; text: string }[]> =>
      JSON.parse(await this.send('GET', `/api/demo-inbox?phone=${phone}`)) as { id: string; text: string }[]; // the door's contract
    // The code of an earlier time may lie there still.
    const before = new Set((await inbox()).map(({ id }) => id));
    const asked = JSON.parse(await this.send('POST', '/api/session/phone-code', { phone })) as {
      challengeId: string; // the contract of the door
    };
    for (let tries = 0; tries < 100; tries++) {
      const message = (await inbox()).find(({ id }) => !before.has(id)); // the newest first
      const code = /(?<!\d)\d{6}(?!\d)/u.exec(message?.text ?? '')?.[0];
      if (code !== undefined) {
        await this.send('POST', '/api/session/phone', { challengeId: asked.challengeId, code });
        return this.#knowToken();
      }
      await sleep(200);
    }
    throw new Error('The code never came');
  }

  async #knowToken(): Promise<void> {
    const session = JSON.parse(await this.send('GET', '/api/session')) as { csrfToken: string }; // the same
    this.#csrf = session.csrfToken;
  }
}
