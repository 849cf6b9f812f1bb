import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { SessionView, UserCreated } from '../../server/core/contract/accounts.ts';
import type { DemoMessage } from '../../server/core/contract/operations.ts';
import type { Grant } from '../../server/core/contract/roles.ts';
import { ApiClient } from '../support/api-client.ts';
import { axeFindings, shot } from '../support/browser.ts';
import type { Screen } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { isQuiet } from '../support/page-traffic.ts';

export interface Account {
  login: string;
  password: string;
}

/** Signs the browser in without its pages, in a session of its own: for tests whose subject begins after the door. */
export async function enter(page: Page, url: string, account: Account): Promise<void> {
  const answer = await page.request.post(`${url}/api/session`, { data: account });
  assert.equal(answer.status(), 200, await answer.text());
}

type StaffRole = Parameters<typeof demoAccount>[0];
type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;
const sessions = new Map<StaffRole, Cookies>();

/**
 * The browser of the demo account with this role, in a session that such tests share: signing in afresh for each of
 * them would come near the number of sign-ins that one address is allowed.
 */
export async function enterAs(page: Page, url: string, role: StaffRole): Promise<void> {
  await page.context().addCookies(sessions.get(role) ?? []);
  const answer = await page.request.get(`${url}/api/session`);
  const { signedIn } = (await answer.json()) as SessionView; // the contract's promise
  if (signedIn) return;
  await enter(page, url, demoAccount(role));
  sessions.set(role, await page.context().cookies());
}

/** A person of one test alone, who has already chosen the own password. */
export async function newPerson(url: string, login: string, grant?: Grant): Promise<Account> {
  const { login: admin, password } = demoAccount('admin');
  const api = new ApiClient(url);
  await api.signIn(admin, password);
  const made = await api.create<UserCreated>('/users', {
    name: '白一民',
    login,
    grants: [grant ?? { role: 'inspector', areaCode: '532601' }],
    invite: false,
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const first = made.body.firstPassword ?? '';
  const own = { login, password: '石上清泉流-2026' };
  const theirs = new ApiClient(url);
  await theirs.signIn(login, first);
  const changed = await theirs.send('POST', '/account/password', {
    currentPassword: first,
    newPassword: own.password,
  });
  assert.equal(changed.status, 204, JSON.stringify(changed.body));
  return own;
}

/** The latest message in the demo inbox in which the pattern is found: its first group. */
export function demoMessage(
  url: string,
  pattern: RegExp,
  phone?: string,
  withinMs: number = 30_000,
  everyMs: number = 200,
): Promise<string> {
  return eventually(
    `a demo message with ${pattern.source}`,
    async () => {
      const answer = await fetch(`${url}/api/demo-inbox${phone === undefined ? '' : `?phone=${phone}`}`);
      const messages = (await answer.json()) as DemoMessage[]; // the contract's promise
      return messages.map(({ text }) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
    },
    withinMs,
    everyMs,
  );
}

/** Signs in on the page as a person would, and waits until the sign-in page is left. */
export async function signIn(
  page: Page,
  url: string,
  account: { login: string; password: string },
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=username]', account.login);
  await page.fill('input[name=password]', account.password);
  await page.click('button[type=submit]');
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'));
  await page.waitForSelector('h1');
}

/** Waits for what the page still fetches and for its pop-ups to have moved into place. */
export async function settled(page: Page): Promise<void> {
  await eventually('the page is at rest', () => isQuiet(page), 20_000, 25);
}

/** By how many pixels the page is wider than the screen: nobody scrolls a page sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What holds for every screen: accessible, not wider than the glass, one title, no script errors. Keeps a picture. */
export async function assertSound({ page, complaints }: Screen, name: string): Promise<void> {
  await settled(page);
  assert.deepEqual(await axeFindings(page), [], name);
  assert.equal(await sideways(page), 0, name);
  assert.equal(await page.locator('h1').count(), 1, name);
  assert.deepEqual(complaints, [], name);
  await shot(page, name);
}
