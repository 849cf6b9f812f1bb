import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Dashboard } from '../../server/core/contract/dashboard.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { open, openFirst, type Scene } from './scene.ts';

/** What the screen shows of projects is counted every five minutes; a picture does not wait so long. */
async function counted(page: Page, url: string): Promise<void> {
  const { login, password } = demoAccount('admin');
  const api = new ApiClient(url);
  await api.signIn(login, password);
  const { status } = await api.create('/jobs/rollUpDashboard/run', { day: systemClock.today() });
  assert.ok(status < 300, `rollUpDashboard: ${status}`);
  await eventually('the projects are counted', async () => {
    const answer = await page.request.get(`${url}/api/dashboard`);
    const { open: now } = (await answer.json()) as Dashboard; // the contract's promise
    return (now?.sites.projects ?? 0) > 0;
  });
}

async function dashboard(page: Page, url: string): Promise<void> {
  await open('leader', '/', 'h1')(page, url);
  await counted(page, url);
  await page.goto(`${url}/dashboard`);
  await page.locator('.figure-tile').nth(7).waitFor();
}

const titled =
  (words: string) =>
  ({ title }: Record<string, unknown>): boolean =>
    String(title).includes(words);
const isOpen = ({ state }: Record<string, unknown>): boolean => state !== 'solved' && state !== 'settled';

/** What a leader sees and sets going, what a liaison answers, and what a grid officer reports out of doors. */
export const SCENES_OF_COORDINATION: Record<string, Scene> = {
  'leader-dashboard': { play: dashboard },
  'leader-wall': {
    play: async (page, url) => {
      await dashboard(page, url);
      await page.getByRole('button', { name: '大屏' }).click();
      await page.locator('.dashboard.big').waitFor();
    },
  },
  'leader-bulletin': { play: open('leader', '/bulletins', '.bulletin-paper .text') },
  'leader-order': {
    play: openFirst('leader', '/supervision-orders', titled('安置房'), '', '.milestones li'),
  },
  'leader-replies': {
    play: async (page, url) => {
      await open('leader', '/department-tasks', '.replies, summary')(page, url);
      await page.getByText('各部门答复情况').click();
      await page.getByRole('cell').first().waitFor();
    },
  },
  'liaison-home': { width: 'phone', play: open('departmentLiaison', '/', '.lines li') },
  'liaison-task': {
    width: 'phone',
    play: openFirst('departmentLiaison', '/department-tasks', titled('工程款拨付'), '', '.buttons button'),
  },
  'liaison-order': {
    play: openFirst('departmentLiaison', '/supervision-orders', titled('安置房'), '', '.milestones li'),
  },
  'public-supervision': {
    width: 'phone',
    play: async (page, url) => {
      await page.goto(`${url}/public/supervision`);
      await page.locator('main li').first().waitFor();
    },
  },
  'grid-hazard-new': {
    width: 'phone',
    play: async (page, url) => {
      await open('gridOfficer', '/hazards/new', '.given')(page, url);
      await page.getByLabel('是什么事').selectOption('GATHERING');
      await page.getByLabel('说一说情况').fill('十几名工人在项目部门口等工资');
      await page.getByText('已存在手机里').waitFor();
    },
  },
  'grid-hazard': {
    width: 'phone',
    play: openFirst('gridOfficer', '/hazards', isOpen, '', '.buttons button'),
  },
  'grid-incident-new': {
    width: 'phone',
    play: async (page, url) => {
      await open('gridOfficer', '/incidents/new', '.given')(page, url);
      await page.getByLabel('在哪里').fill('开化街道某工地门口');
      await page.getByLabel('大约多少人').fill('31');
      await page.getByText('已存在手机里').waitFor();
      await page.evaluate('window.scrollTo(0, 0)');
    },
  },
  'grid-incident': {
    width: 'phone',
    play: openFirst('gridOfficer', '/incidents', isOpen, '', '.buttons button'),
  },
};
