import assert from 'node:assert/strict';
import type { CertificateView } from '../../server/core/contract/certificates.ts';
import type { PublicListing } from '../../server/core/contract/listings.ts';
import type { Page as ListPage } from '../../server/core/contract/page.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const BID = '普者黑旅游环线投标';
/** What is published of an entry, and nothing else. */
const PUBLISHED = [
  ...['companyName', 'creditCode', 'persons', 'mainFacts'],
  ...['decisionNumber', 'decidedOn', 'listedUntil'],
];

async function checkByInspector(url: string, id: string): Promise<void> {
  const { login, password } = demoAccount('inspector');
  const api = new ApiClient(url);
  await api.signIn(login, password);
  const { body } = await api.get<CertificateView>(`/certificates/${id}`);
  const moved = await api.send(
    'POST',
    `/certificates/${id}/moves/check`,
    { given: { isConfirmed: true } },
    { 'if-match': `"v${body.version}"`, 'idempotency-key': `check-${id}` },
  );
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
}

describe('browser: credit of a company', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('a company reads its own file, asks for a certificate, the head issues it, and anybody may check the paper', async () => {
    const company = await browser.open('desk');
    await enterAs(company.page, product.url(), 'contractor');
    await company.page.goto(`${product.url()}/company/credit`);
    await company.page.getByRole('heading', { name: '档案记录' }).waitFor();
    assert.equal(await company.page.getByText('内部', { exact: true }).count(), 0, 'nothing of the office');
    await assertSound(company, 'own-credit');
    await company.page.goto(`${product.url()}/certificates`);
    await company.page.getByRole('button', { name: '申请证明' }).click();
    const form = company.page.getByRole('dialog');
    await form.getByLabel('用途（投标项目名称）').fill(BID);
    await form.getByLabel('查询年数').fill('3');
    await form.getByRole('button', { name: '申请信用记录证明' }).click();
    await company.page.waitForURL(/certificates\/[0-9a-f]{24}$/);
    const id = company.page.url().split('/').at(-1) ?? '';
    await company.page.getByText('待核查').first().waitFor();
    await checkByInspector(product.url(), id);

    const head = await browser.open('desk');
    await enterAs(head.page, product.url(), 'bureauHead');
    await head.page.goto(`${product.url()}/certificates/${id}`);
    await head.page.getByRole('button', { name: '签发', exact: true }).click();
    const issue = head.page.getByRole('dialog');
    await issue.getByLabel('有效期至').fill(addDays(systemClock.today(), 30));
    await issue.getByRole('button', { name: '签发', exact: true }).click();
    await head.page.getByRole('button', { name: '下载 PDF' }).waitFor();
    await assertSound(head, 'certificate');
    await head.close();

    const answer = await company.page.request.get(`${product.url()}/api/certificates/${id}`);
    const { certificateNumber, checkUrl = '', hasPdf } = (await answer.json()) as CertificateView; // the contract's promise
    assert.equal(hasPdf, true);
    await company.close();
    const anybody = await browser.open('phone');
    await anybody.page.goto(`${product.url()}/public`);
    await anybody.page.getByLabel('核验码（10 位）').fill(checkUrl.split('/').at(-1) ?? '');
    await anybody.page.getByRole('button', { name: '核验' }).click();
    await anybody.page.getByRole('heading', { name: '这份证明真实有效' }).waitFor();
    await anybody.page.getByText(certificateNumber ?? 'no number', { exact: true }).waitFor();
    assert.equal(await anybody.page.getByText(BID).count(), 0, 'what it is for is nobody else’s business');
    await assertSound(anybody, 'certificate-check');
    await anybody.close();
  });

  it('the public list of dishonest payers shows what the law publishes, and not a word more', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    const asked = page.waitForResponse((one) => one.url().includes('/api/public/listings'));
    await page.goto(`${product.url()}/public/listings`);
    const { items } = (await (await asked).json()) as ListPage<PublicListing>; // the contract's promise
    assert.ok(items.length > 0);
    for (const one of items) {
      const more = Object.keys(one).filter((key) => !PUBLISHED.includes(key));
      assert.deepEqual(more, []);
      for (const person of one.persons) assert.deepEqual(Object.keys(person).sort(), ['kind', 'name']);
    }
    const entry = page.locator('article').first();
    const words = await entry.locator('dt').allInnerTexts();
    assert.deepEqual(
      words.filter((word) => word !== '统一社会信用代码'),
      ['一并列入的人员', '主要事实', '列入决定', '列入至'],
    );
    const told = items.reduce(
      (text, { creditCode = '-' }) => text.replaceAll(creditCode, ''),
      await page.locator('main').innerText(),
    );
    assert.doesNotMatch(told, /\d{17}[\dXx]|1\d{10}/);
    await assertSound(screen, 'public-listings');
    await page.getByLabel('单位名称开头几个字').fill('没有这样一家单位');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('名单上没有').waitFor();
    await screen.close();
  });
});
