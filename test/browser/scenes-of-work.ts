import type { Page } from 'playwright-core';
import { open, openFirst, type Scene } from './scene.ts';

const named =
  (field: string, words: string) =>
  (row: Record<string, unknown>): boolean =>
    String(row[field]).includes(words);

async function fillRegistration(page: Page): Promise<void> {
  const field = (path: string) => page.locator(`[data-path="${path}"]`);
  await field('channel').locator('select').selectOption('WALK_IN');
  await field('name').locator('input').fill('罗小妹');
  await field('employerName').locator('input').fill('文山演示');
  await field('employerName').getByRole('option').first().waitFor();
}

async function startMerge(page: Page, url: string): Promise<void> {
  await open('inspector', '/companies', 'tbody tr')(page, url);
  await page.getByRole('button', { name: '登记企业' }).click();
  await page.locator('.form-drawer [data-path=name] input').fill('文山演示劳务公司');
  await page.locator('.form-drawer button[type=submit]').click();
  await page.getByRole('link', { name: '文山演示劳务公司' }).click();
  await page.getByRole('button', { name: '合并重复' }).click();
  await page.locator('[data-path=intoId] input').fill('演示劳务分包');
  await page.locator('[data-path=intoId] [role=option]').first().click();
  await page.locator('tr.differs').first().waitFor();
  await page.getByText('已保存').waitFor({ state: 'detached' });
}

const SPRING = '/reports?from=2020-01-01&to=2020-04-30';
const projects = '/projects?q=%E5%AE%89%E7%BD%AE%E5%B0%8F%E5%8C%BA';
const isGroup = (row: Record<string, unknown>): boolean => Number(row['headcount']) >= 10;

/** The daily work on complaints, cases, the registry and the report; shows what `npm run seed` tells of the demo office. */
export const SCENES_OF_WORK: Record<string, Scene> = {
  'home-inspector': { play: open('inspector', '/', '.lines li') },
  'home-clerk': { play: open('clerk', '/', '.lines li') },
  'home-head': { play: open('bureauHead', '/', '.lines li') },
  'home-leader': { play: open('leader', '/', '.report-figure') },
  'clerk-queue': { play: open('clerk', '/complaints', 'tbody tr >> nth=4') },
  'clerk-register': {
    play: async (page, url) => {
      await open('clerk', '/complaints/new', '[data-path="channel"]')(page, url);
      await fillRegistration(page);
    },
  },
  'clerk-complaint': {
    play: openFirst('clerk', '/complaints?state=received', () => true, '', '.clock-card'),
  },
  'inspector-case': { play: openFirst('inspector', '/cases?open=true', isGroup, '', '.clock-card') },
  'inspector-claims': {
    play: openFirst(
      'inspector',
      '/cases?open=true&limit=200',
      named('title', '木工班'),
      '?tab=claims',
      '.data-table tbody tr >> nth=3',
    ),
  },
  'inspector-project': {
    play: openFirst('inspector', projects, named('name', '安置小区'), '', '.lines li'),
  },
  'inspector-project-qr': {
    play: openFirst('inspector', projects, named('name', '安置小区'), '/qr', '.sheet img'),
  },
  'inspector-merge': { play: startMerge },
  'head-approve': {
    play: openFirst('bureauHead', '/cases?pending=true', named('pending', 'closure'), '', '.clock-card'),
  },
  'leader-report': {
    play: open('leader', SPRING, '.report-chart img >> nth=1'),
  },
  'leader-charts': {
    play: async (page, url) => {
      await open('leader', SPRING, '.report-chart img >> nth=1')(page, url);
      await page.getByRole('button', { name: '看数据表' }).first().click();
      await page.locator('.report-charts').evaluate((charts) => charts.scrollIntoView({ block: 'end' }));
    },
  },
};
