import type { Page } from 'playwright-core';
import type { Width } from '../support/browser.ts';
import { demoAccount, demoWorkerPhone } from '../support/demo-accounts.ts';
import { demoMessage, enter } from './short-cuts.ts';

/** A picture of the guides: what is done until the screen shows it. The order matters: later scenes show earlier acts. */
interface Scene {
  width?: Width;
  play(page: Page, url: string): Promise<void>;
}

/** Opens a page as this role; `sign` is what stands there once its data has come. */
const open =
  (role: Parameters<typeof demoAccount>[0], path: string, sign: string): Scene['play'] =>
  async (page, url) => {
    await enter(page, url, demoAccount(role));
    await page.goto(`${url}${path}`);
    await page.locator(sign).first().waitFor();
  };

async function askCode(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/m/sign-in`);
  await page.fill('#phone-number', demoWorkerPhone());
  await page.click('button[type=submit]');
  await page.locator('#phone-code').waitFor();
}

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
  'home-inspector': { play: open('inspector', '/', '.coming li') },
  'home-contractor': { play: open('contractor', '/', '.coming li') },
  'home-auditor': { play: open('auditor', '/', '.coming li') },
  'home-grid-phone': { width: 'phone', play: open('gridOfficer', '/m', '.coming li') },
  'worker-phone': {
    width: 'phone',
    play: async (page, url) => {
      await page.goto(`${url}/m`);
      await page.locator('.coming li').first().waitFor();
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
      const asked = await page.request.post(`${url}/api/session/phone-code`, {
        data: { phone: '13800000002' },
      });
      const { challengeId } = (await asked.json()) as { challengeId: string }; // the contract's promise
      const code = await demoMessage(url, /(\d{6})/, '13800000002');
      await page.request.post(`${url}/api/session/phone`, { data: { challengeId, code } });
      await page.goto(`${url}/m`);
      await page.getByRole('button', { name: '退出登录' }).waitFor();
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
  'admin-users-phone': { width: 'phone', play: open('admin', '/settings/users', 'tbody tr') },
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
};
