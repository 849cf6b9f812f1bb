import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { DemoMessage } from '../../server/core/contract/operations.ts';
import type { MyComplaintRow } from '../../server/core/contract/tracking.ts';
import { eventually } from '../support/eventually.ts';

/** A receipt number in another message is no code. */
const CODE = /验证码 (\d{6})/;

/** The one button of a question. */
export const goOn = (page: Page): Promise<void> => page.locator('.dock button[type=submit]').click();

/** Waits for a question by its name in the address. */
export const at = (page: Page, step: string): Promise<void> =>
  page.waitForURL((url) => url.pathname.endsWith(`/${step}`));

/** The code that was asked for just now: of an earlier one the message lies in the inbox, too. */
async function newCode(url: string, phone: string, ask: () => Promise<void>): Promise<string> {
  const inbox = async (): Promise<DemoMessage[]> => {
    const answer = await fetch(`${url}/api/demo-inbox?phone=${phone}`);
    return (await answer.json()) as DemoMessage[]; // the contract's promise
  };
  const known = (await inbox()).map(({ id }) => id);
  await ask();
  return eventually(
    'the code has come',
    async () => {
      const fresh = (await inbox()).filter(({ id }) => !known.includes(id));
      return fresh.map(({ text }) => CODE.exec(text)?.[1]).find((code) => code !== undefined);
    },
    30_000,
    200,
  );
}

/** Signs the phone in without its pages, for tests whose subject begins after that. */
export async function enterByPhone(page: Page, url: string, phone: string): Promise<void> {
  let challengeId = '';
  const code = await newCode(url, phone, async () => {
    const asked = await page.request.post(`${url}/api/session/phone-code`, { data: { phone } });
    ({ challengeId } = (await asked.json()) as { challengeId: string }); // the contract's promise
  });
  const answer = await page.request.post(`${url}/api/session/phone`, { data: { challengeId, code } });
  assert.equal(answer.status(), 200, await answer.text());
}

/** Proves the number on the page, as a worker would. */
export async function proveNumber(page: Page, url: string, phone: string): Promise<void> {
  const code = await newCode(url, phone, async () => {
    await page.fill('#phone-number', phone);
    await goOn(page);
    await page.waitForSelector('#phone-code');
  });
  await page.fill('#phone-code', code);
}

export async function typeMoney(page: Page, yuan: string): Promise<void> {
  for (const key of yuan) await page.locator('.keys').getByRole('button', { name: key, exact: true }).click();
}

/** From the question of how many people to the story: three people, two months, the amount on our own keys. */
export async function answerFacts(page: Page, yuan: string): Promise<void> {
  await at(page, 'people');
  await page.getByRole('button', { name: '3 个人' }).click();
  await goOn(page);
  await at(page, 'months');
  await page.locator('.q-chip').nth(1).click();
  await page.locator('.q-chip').nth(2).click();
  await goOn(page);
  await at(page, 'money');
  await typeMoney(page, yuan);
  await goOn(page);
  await at(page, 'story');
}

/** From the first question to the story. */
export async function answerUntilStory(page: Page, yuan: string): Promise<void> {
  await page.getByRole('button', { name: /我的工钱没拿到/ }).click();
  await at(page, 'name');
  await page.fill('.q-input', '赵小满');
  await goOn(page);
  await at(page, 'employer');
  await page.fill('.q-input', '包工头王老板');
  await goOn(page);
  await at(page, 'workplace');
  await page.fill('#project-name', '锦绣花园 3 号楼');
  await goOn(page);
  await at(page, 'place');
  await page.getByRole('button', { name: '文山市' }).click();
  await page.getByRole('button', { name: /不知道是哪个乡镇/ }).click();
  await answerFacts(page, yuan);
}

/** What this phone number has filed, asked from the server. */
export async function ownComplaints(page: Page, url: string): Promise<MyComplaintRow[]> {
  const answer = await page.request.get(`${url}/api/my/complaints`);
  assert.equal(answer.status(), 200, await answer.text());
  return ((await answer.json()) as { items: MyComplaintRow[] }).items; // the contract's promise
}

export const receiptOn = async (page: Page): Promise<string> =>
  (await page.locator('.receipt-number').first().innerText()).replace(/\D/g, '');
