import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '../../server/core/contract/page.ts';
import type { Problem } from '../../server/core/contract/errors.ts';
import type { UserCreated, UserView } from '../../server/core/contract/accounts.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { ApiClient } from '../support/api-client.ts';
import { demoAccount } from '../support/demo-accounts.ts';

/** What a person may be told while a part of the product is away. */
const PASSING: readonly string[] = ['storeUnavailable', 'overloaded', 'stopping'];
/** Between two submissions of one caller, and before one is sent again: a person may write 300 times a minute. */
const BREATH_MS = 300;
const AGAIN_MS = 150;
/** Between two looks at the list: a person may read 1,200 times a minute. */
const LOOK_MS = 80;

export interface Load {
  /** Logins of accounts whose making was acknowledged. */
  acknowledged: string[];
  /** How often a request was told to come again. */
  toldToWait: number;
  /** Answers nobody should get. */
  wrong: string[];
  /** Until the server is killed on purpose, a broken line is a fault too. */
  maybeCut: boolean;
  /** Lets what is under way be acknowledged and asks for no more. */
  stop(): Promise<void>;
}

export async function signedInAs(url: string, role: Parameters<typeof demoAccount>[0]): Promise<ApiClient> {
  const client = new ApiClient(url);
  const { login, password } = demoAccount(role);
  await client.signIn(login, password);
  return client;
}

/** People with the same right: what one person may do in a minute is counted for each of them. */
export async function colleaguesOf(admin: ApiClient, count: number): Promise<ApiClient[]> {
  const colleagues: ApiClient[] = [];
  for (let i = 0; i < count; i++) {
    const login = `colleague${i}`;
    const user = { login, name: '同事', invite: false, grants: [{ role: 'admin', areaCode: DEMO_AREA }] };
    const made = await admin.create<UserCreated>('/users', user);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const currentPassword = made.body.firstPassword ?? '';
    const client = new ApiClient(admin.url);
    await client.signIn(login, currentPassword);
    const newPassword = `Meadow-${randomUUID()}`;
    const changed = await client.send('POST', '/account/password', { currentPassword, newPassword });
    assert.equal(changed.status, 204, JSON.stringify(changed.body));
    colleagues.push(client);
  }
  return colleagues;
}

/**
 * Each caller opens accounts one after the other, every one sent again under the same key until it is acknowledged; the
 * first looks at the list all the time as well.
 */
export function startLoad(callers: readonly ApiClient[]): Load {
  let isOver = false;
  const load: Load = {
    acknowledged: [],
    toldToWait: 0,
    wrong: [],
    maybeCut: false,
    stop: async () => {
      isOver = true;
      await Promise.all(running);
    },
  };
  /** True when the request was answered as it should be; false when it is to be sent again. */
  const isDone = async (
    wanted: number,
    send: () => Promise<{ status: number; headers: Headers; body: object }>,
  ) => {
    const cutBefore = load.maybeCut;
    try {
      const { status, headers, body } = await send();
      if (status === wanted) return true;
      const { code } = body as Partial<Problem>; // whatever came is looked at
      if (status === 503 && PASSING.includes(code ?? '') && Number(headers.get('retry-after')) > 0)
        load.toldToWait += 1;
      else load.wrong.push(`${status} ${JSON.stringify(body)}`);
    } catch (error) {
      if (!cutBefore && !load.maybeCut) load.wrong.push(`no answer: ${String(error)}`);
    }
    return false;
  };
  const writer = async (caller: ApiClient): Promise<void> => {
    while (!isOver) {
      const login = `u${randomUUID().slice(0, 12)}`;
      const key = randomUUID();
      while (!(await isDone(201, () => caller.create('/users', userOf(login), key)))) {
        if (load.wrong.length > 0) return; // the test has failed, and nobody waits for this one
        await pause(AGAIN_MS);
      }
      load.acknowledged.push(login);
      await pause(BREATH_MS);
    }
  };
  const reader = async (caller: ApiClient): Promise<void> => {
    while (!isOver) {
      await isDone(200, () => caller.get('/users?limit=20&role=clerk'));
      await pause(LOOK_MS);
    }
  };
  const running = [...callers.map(writer), ...callers.slice(0, 1).map(reader)];
  return load;
}

const userOf = (login: string): object => ({
  name: '故障演练',
  login,
  email: `${login}@example.org`,
  invite: true,
  grants: [{ role: 'clerk', areaCode: '532601' }],
});

/** Every acknowledged account is there, and none twice. */
export async function assertEachOnce(admin: ApiClient, logins: readonly string[]): Promise<void> {
  const found = new Map<string, number>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await admin.get<Page<UserView>>(`/users?limit=200&role=clerk${more}`);
    assert.equal(status, 200, JSON.stringify(body));
    for (const { login = '' } of body.items) found.set(login, (found.get(login) ?? 0) + 1);
    cursor = body.nextCursor;
  }
  const amiss = logins
    .filter((login) => found.get(login) !== 1)
    .map((login) => [login, found.get(login) ?? 0]);
  assert.deepEqual(amiss, [], 'each acknowledged account is there exactly once');
}
