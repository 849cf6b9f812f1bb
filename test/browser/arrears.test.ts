import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CaseView } from '../../server/core/contract/cases.ts';
import type { ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import type { Page as PageOf } from '../../server/core/contract/page.ts';
import type { InspectorChoice } from '../../server/core/contract/case-work.ts';
import { addDays, addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';
import { enterByPhone, goOn, typeMoney } from './worker-steps.ts';

const PHONE = '13912340888';

describe('browser: an arrears sheet is heard by both sides', function () {
  this.timeout(150_000);
  const browser = useBrowser();
  const product = useProduct();
  const today = systemClock.today();
  const month = addPayMonths(payMonthOf(today), -1);
  let caseId = '';

  /** A case of one man against the demo company: five thousand yuan for last month, by his own word. */
  before(async () => {
    const api = new ApiClient(product.url());
    const { login, password } = demoAccount('inspector');
    await api.signIn(login, password);
    const { body: made } = await api.create<ComplaintRegistered>('/complaints', {
      ...{ channel: 'WALK_IN', intakeKind: 'COMPLAINT', receivedOn: today, name: '田有余', phone: PHONE },
      ...{ employerName: '文山演示建筑工程有限公司', areaCode: '532601', headcount: 1, payMonths: [month] },
      ...{ owedFen: 500_000, story: '上个月的工钱没有发。', fileIds: [] },
    });
    const { body: seen } = await api.get<ComplaintView>(`/complaints/${made.id}`);
    const at = { 'if-match': `"v${seen.version}"` };
    await api.send('POST', `/complaints/${made.id}/accept`, {}, at);
    const people = await api.get<PageOf<InspectorChoice>>('/cases/inspectors?officeCode=532601');
    const [lead, co] = people.body.items;
    const filed = await api.create<CaseView>('/cases', {
      ...{ complaintIds: [made.id], title: '田有余被拖欠工资' },
      respondent: { companyId: DEMO_COMPANY_ID, name: '文山演示建筑工程有限公司' },
      ...{ leadInspectorId: lead?.id, coInspectorId: co?.id },
    });
    assert.equal(filed.status, 201, JSON.stringify(filed.body));
    caseId = filed.body.id;
  });

  const openTab = async (page: Page): Promise<void> => {
    await page.goto(`${product.url()}/cases/${caseId}?tab=arrears`);
    await page.locator('.arrears .liability h2').waitFor();
  };

  it('built, shown, disputed on the phone and agreed by the company, neither of whom sees the other’s word', async () => {
    const url = product.url();
    const office = await browser.open('desk');
    const { page } = office;
    page.on('dialog', (asked) => void asked.accept());
    await enterAs(page, url, 'inspector');
    await openTab(page);
    await page.getByRole('button', { name: '生成测算书' }).click();
    await page.locator('.totals').getByText('¥5,000.00').first().waitFor();
    await page.locator('.person', { hasText: '田有余' }).click();
    await page.locator('.source', { hasText: '本人陈述' }).waitFor();
    await assertSound(office, 'arrears-draft');
    await page.getByRole('button', { name: '向双方出示' }).click();
    await page.locator('form.act input').first().fill(addDays(today, 7));
    await page.keyboard.press('Enter');
    await page.locator('form.act').waitFor({ state: 'hidden' });
    await page.locator('.head', { hasText: '已出示' }).waitFor();

    const phone = await browser.open('phone');
    await enterByPhone(phone.page, url, PHONE);
    await phone.page.goto(`${url}/m/arrears`);
    await phone.page.locator('.q-choice.waits').waitFor();
    await assertSound(phone, 'my-arrears');
    await phone.page.locator('.q-choice.waits').click();
    await phone.page.getByRole('button', { name: /不对/ }).waitFor();
    await assertSound(phone, 'my-arrears-month');
    await phone.page.getByRole('button', { name: /不对/ }).click();
    await typeMoney(phone.page, '5600');
    await goOn(phone.page);
    await phone.page.fill('textarea', '两个晚上的加班没算');
    await goOn(phone.page);
    await phone.page.getByRole('heading', { name: '记下了' }).waitFor();

    const company = await browser.open('desk');
    await enterAs(company.page, url, 'contractor');
    await company.page.goto(`${url}/company/arrears`);
    await company.page.locator('a[href^="/company/arrears/"]').first().click();
    await company.page.getByText('田有余').waitFor();
    assert.equal(await company.page.getByText('两个晚上的加班没算').count(), 0);
    await company.page.getByRole('button', { name: /勾选未答复/ }).click();
    await company.page.getByRole('button', { name: '认可 1 行' }).click();
    await company.page.locator('.said', { hasText: '认可' }).waitFor();
    await assertSound(company, 'company-arrears');
  });
});
