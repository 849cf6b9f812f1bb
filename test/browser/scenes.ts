import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { StepId } from '../../client/src/features/file-complaint/steps.ts';
import { DEMO_PROJECTS } from '../../seeds/registry/demo-registry.ts';
import { demoWorkerPhone } from '../support/demo-accounts.ts';
import { open, type Scene } from './scene.ts';
import { SCENES_OF_ALERTS } from './scenes-of-alerts.ts';
import { SCENES_OF_CASES } from './scenes-of-cases.ts';
import { SCENES_OF_COORDINATION } from './scenes-of-coordination.ts';
import { SCENES_OF_CREDIT } from './scenes-of-credit.ts';
import { SCENES_OF_MY_PAY } from './scenes-of-my-pay.ts';
import { SCENES_OF_PAY } from './scenes-of-pay.ts';
import { SCENES_OF_SAFEGUARDS } from './scenes-of-safeguards.ts';
import { SCENES_OF_WORK } from './scenes-of-work.ts';
import { answerUntilStory, at, enterByPhone, goOn } from './worker-steps.ts';

async function askCode(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/m/sign-in`);
  await page.fill('#phone-number', '13912345600');
  await page.click('button[type=submit]');
  await page.locator('#phone-code').waitFor();
}

/** The questions of a complaint, answered until this one is on screen. */
const fillUntil =
  (step: StepId): Scene['play'] =>
  async (page, url) => {
    await page.goto(`${url}/m/new`);
    await page.getByRole('button', { name: /我的工钱没拿到/ }).waitFor();
    if (step === 'kind') return;
    await answerUntilStory(page, '24000');
    if (step === 'months' || step === 'money') {
      await page.goto(page.url().replace('/story', `/${step}`));
      await page.locator('.q-chip, .keys').first().waitFor();
      return;
    }
    await page.fill('#story', '说好每天 300，干到 9 月，老板说等甲方付款，一直没给。');
    if (step === 'story') return;
    await goOn(page);
    await at(page, 'photos');
    const paper = fileURLToPath(new URL('../../docs/screens/worker-sign-in.png', import.meta.url));
    await page.locator('input[type=file][multiple]').setInputFiles(paper);
    await page.locator('.attachment-tile img').waitFor();
    if (step === 'photos') return;
    // Whoever has not proven a number is asked for it first; the pictures of that are taken elsewhere.
    await page.goto(page.url().replace('/photos', '/check'));
    await page.locator('.answers').waitFor();
  };

/** The demo worker's own case; the session of one picture serves the next, a number gets one code a minute. */
let workerCookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>> = [];
async function enterAsWorker(page: Page, url: string): Promise<void> {
  if (workerCookies.length > 0) await page.context().addCookies(workerCookies);
  else await enterByPhone(page, url, demoWorkerPhone());
  workerCookies = await page.context().cookies();
}
const myCase =
  (sign: string): Scene['play'] =>
  async (page, url) => {
    await enterAsWorker(page, url);
    await page.goto(`${url}/m`);
    await page.locator('.my-complaint').first().click();
    await page.locator(sign).first().waitFor();
  };

async function fillNewUser(page: Page, invite: boolean): Promise<void> {
  await page.getByRole('button', { name: '新增账号' }).click();
  const drawer = page.locator('.form-drawer');
  await drawer.locator('[data-path=name] input').fill(invite ? '刘新到' : '高当面');
  await drawer.locator('[data-path=login] input').fill(invite ? 'liuxindao' : 'gaodangmian');
  await drawer.locator('[data-path=email] input').fill(invite ? 'liuxindao@example.org' : '');
  if (!invite) await page.getByText('发邮件邀请本人设置密码').click();
  await drawer.locator('select').first().waitFor();
}

export const SCENES: Record<string, Scene> = {
  'sign-in': {
    play: async (page, url) => {
      await page.goto(`${url}/sign-in`);
      await page.locator('.demo-accounts button').first().waitFor();
    },
  },
  'home-admin': { play: open('admin', '/', '.glance .state-tag') },
  'home-auditor': { play: open('auditor', '/', 'main h2') },
  'home-grid-phone': { width: 'phone', play: open('gridOfficer', '/m', 'nav.doors a') },
  'worker-phone': {
    width: 'phone',
    play: async (page, url) => {
      await page.goto(`${url}/m`);
      await page.locator('nav.doors a').first().waitFor();
    },
  },
  'worker-sign-in': {
    width: 'phone',
    play: async (page, url) => {
      await page.goto(`${url}/m/sign-in`);
      await page.fill('#phone-number', demoWorkerPhone());
    },
  },
  'worker-code': { width: 'phone', play: askCode },
  'worker-home': {
    width: 'phone',
    play: async (page, url) => {
      await enterAsWorker(page, url);
      await page.goto(`${url}/m`);
      await page.locator('.my-complaint').first().waitFor();
    },
  },
  'worker-site': {
    width: 'phone',
    play: async (page, url) => {
      await page.goto(`${url}/c/${DEMO_PROJECTS[0]?.code ?? ''}`);
      await page.locator('.q-card').waitFor();
    },
  },
  'worker-new-kind': { width: 'phone', play: fillUntil('kind') },
  'worker-new-months': { width: 'phone', play: fillUntil('months') },
  'worker-new-money': { width: 'phone', play: fillUntil('money') },
  'worker-new-story': { width: 'phone', play: fillUntil('story') },
  'worker-new-photos': { width: 'phone', play: fillUntil('photos') },
  'worker-new-check': { width: 'phone', play: fillUntil('check') },
  'worker-waiting': {
    width: 'phone',
    play: async (page, url) => {
      await fillUntil('check')(page, url);
      await page.context().setOffline(true);
      await goOn(page);
      await page.getByText('一有网就自己送出去').waitFor();
    },
  },
  'worker-receipt': {
    width: 'phone',
    play: async (page, url) => {
      await enterByPhone(page, url, '13912345699');
      await fillUntil('check')(page, url);
      await goOn(page);
      await page.locator('img.receipt-qr').waitFor();
    },
  },
  'worker-find': {
    width: 'phone',
    play: async (page, url) => {
      await page.goto(`${url}/t`);
      await page.fill('#receipt-number', '5326012026000019');
      await page.getByText('有一位不对').waitFor();
    },
  },
  'worker-progress': { width: 'phone', play: myCase('.track-line li') },
  'worker-money': {
    width: 'phone',
    play: async (page, url) => {
      await myCase('.track-line li')(page, url);
      await page.getByRole('button', { name: '说钱收到没有' }).click();
      await page.getByText('对，收到了').waitFor();
    },
  },
  'worker-line': {
    width: 'phone',
    play: async (page, url) => {
      await myCase('.track-line li')(page, url);
      await page.locator('.track-line').evaluate((line) => line.scrollIntoView());
    },
  },
  'account-security': { play: open('inspector', '/account', '.own-sessions li') },
  'account-totp': {
    play: async (page, url) => {
      await open('inspector', '/account', '.own-sessions li')(page, url);
      await page.getByRole('button', { name: '启用' }).click();
      await page.getByAltText('绑定身份验证器的二维码').waitFor();
    },
  },
  'admin-user-new': {
    play: async (page, url) => {
      await open('admin', '/settings/users', 'tbody tr')(page, url);
      await fillNewUser(page, true);
    },
  },
  'admin-first-password': {
    play: async (page, url) => {
      await open('admin', '/settings/users', 'tbody tr')(page, url);
      await fillNewUser(page, false);
      await page.locator('.form-drawer button[type=submit]').click();
      await page.locator('.secrets code').waitFor();
      // A picture in a guide shows no password, not even a spent one.
      await page.locator('.secrets code').evaluate((code) => (code.textContent = '●●●●-●●●●-●●●●'));
    },
  },
  'admin-users': {
    play: async (page, url) => {
      await open('admin', '/settings/users', 'tbody tr')(page, url);
      await fillNewUser(page, true);
      await page.locator('.form-drawer button[type=submit]').click();
      await page.locator('tbody tr', { hasText: 'liuxindao' }).waitFor();
      await page.getByRole('button', { name: '关闭', exact: true }).click();
    },
  },
  'admin-areas': { play: open('admin', '/settings/areas', '.areas li >> nth=7') },
  'admin-parameters': { play: open('admin', '/settings/parameters', '.parameter-row') },
  'admin-parameter': {
    play: async (page, url) => {
      await open('admin', '/settings/parameters', '.parameter-row')(page, url);
      await page.locator('.parameter-row button').first().click();
      await page.locator('.parameter-form').waitFor();
    },
  },
  'admin-calendar-year': { play: open('admin', '/settings/calendar?year=2026', '.month >> nth=11') },
  'admin-calendar': {
    play: async (page, url) => {
      await open('admin', '/settings/calendar?year=2026', '.month >> nth=11')(page, url);
      await page.getByLabel('从哪天的事情起算').fill('2026-01-12');
      await page.locator('.count-tool').getByRole('button', { name: '计算' }).click();
      await page.locator('.count-result .month').first().waitFor();
      await page.locator('.count-tool').evaluate((tool) => tool.scrollIntoView({ block: 'end' }));
    },
  },
  'admin-calendar-2027': {
    play: async (page, url) => {
      await open('admin', '/settings/calendar?year=2027', '.month >> nth=11')(page, url);
      await page.getByRole('button', { name: '录入放假安排' }).click();
      await page.getByRole('button', { name: '增加一段放假' }).click();
    },
  },
  'admin-jobs': { play: open('admin', '/operations/jobs', '.job-card >> nth=5') },
  'admin-job-run': {
    play: async (page, url) => {
      await open('admin', '/operations/jobs', '.job-card >> nth=5')(page, url);
      const card = page.locator('.job-card', { hasText: 'sweepOrphanFiles' });
      await card.getByRole('button', { name: /^立即运行/ }).click();
      await page.getByRole('dialog').getByText('已办过的不会重复').waitFor();
    },
  },
  'admin-outbox': { play: open('admin', '/operations/outbox', 'tbody tr') },
  'admin-health': { play: open('admin', '/operations/health', '.check >> nth=7') },
  'admin-events': {
    play: async (page, url) => {
      await open('auditor', '/operations/events', 'tbody tr')(page, url);
      await page.getByRole('button', { name: '核对全部事件链' }).click();
      await page.locator('.verdict.ok').waitFor();
    },
  },
  'events-log': { play: open('auditor', '/operations/events/log', 'tbody tr') },
  'public-roots': {
    play: async (page, url) => {
      await page.goto(`${url}/public/roots`);
      await page.locator('pre').waitFor();
    },
  },
  ...SCENES_OF_WORK,
  ...SCENES_OF_SAFEGUARDS,
  ...SCENES_OF_PAY,
  ...SCENES_OF_MY_PAY,
  ...SCENES_OF_ALERTS,
  ...SCENES_OF_CASES,
  ...SCENES_OF_COORDINATION,
  ...SCENES_OF_CREDIT,
};
