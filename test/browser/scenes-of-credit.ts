import { open, openFirst, type Scene } from './scene.ts';

const inState =
  (state: string) =>
  (row: Record<string, unknown>): boolean =>
    row['state'] === state;
const publicly = (path: string, sign: string): Scene => ({
  width: 'phone',
  play: async (page, url) => {
    await page.goto(`${url}/public/${path}`);
    await page.locator(sign).first().waitFor();
  },
});

/** The record of a company: its file and grade, the list, what is published, and the certificate. */
export const SCENES_OF_CREDIT: Record<string, Scene> = {
  'inspector-credit': {
    play: async (page, url) => {
      await open(
        'inspector',
        '/credit?q=%E6%96%87%E5%B1%B1%E6%BC%94%E7%A4%BA%E5%BB%BA%E7%AD%91',
        'tbody tr',
      )(page, url);
      await page.locator('tbody a').first().click();
      await page.locator('.entries li').first().waitFor();
    },
  },
  'head-rating': {
    play: openFirst('bureauHead', '/ratings', inState('objected'), '', '.entries li, .card h2'),
  },
  'contractor-credit': { play: open('contractor', '/company/credit', '.card h2') },
  'inspector-listing': {
    play: openFirst('inspector', '/listings', inState('listed'), '', '.buttons button'),
  },
  'public-listings': publicly('listings', 'article'),
  'contractor-certificate': {
    play: async (page, url) => {
      await open('contractor', '/certificates', 'tbody tr')(page, url);
      await page.getByRole('button', { name: '申请证明' }).click();
      await page.getByLabel('用途（投标项目名称）').fill('某中学综合楼投标');
      await page.getByLabel('查询年数').fill('3');
    },
  },
  'inspector-certificate': {
    play: openFirst('inspector', '/certificates', inState('requested'), '', '.buttons button'),
  },
  'certificate-check': {
    width: 'phone',
    play: async (page, url) => {
      await openFirst('inspector', '/certificates', inState('issued'), '', 'a[href*="/z/"]')(page, url);
      await page.goto((await page.locator('a[href*="/z/"]').first().getAttribute('href')) ?? '');
      await page.locator('dl').waitFor();
    },
  },
  'head-publication': {
    play: openFirst('bureauHead', '/publications', inState('proposed'), '', '.buttons button'),
  },
  'public-violations': publicly('violations', 'article, main li'),
};
