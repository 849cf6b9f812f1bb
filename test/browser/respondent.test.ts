import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { InspectorChoice } from '../../server/core/contract/case-work.ts';
import type { CaseView } from '../../server/core/contract/cases.ts';
import type { ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import type { Page as PageOf } from '../../server/core/contract/page.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const COMPLAINANT = '卯有信';
const DEMANDS = '付清木工班十月工资并报送支付凭证';

/** A PDF of its own for each document, so that each is a piece of evidence. */
function pdfOf(words: string): Buffer {
  const body = `%PDF-1.4\n% ${words}\n`;
  const trailer = `trailer\n<< /Size 1 >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 1\n0000000000 65535 f \n${trailer}`);
}

describe('browser: the respondent’s page', function () {
  this.timeout(150_000);
  const browser = useBrowser();
  const product = useProduct();
  const today = systemClock.today();
  let one: CaseView;

  /** A case against the demo company with an order and a demand for all four documents served on it today. */
  before(async () => {
    const api = new ApiClient(product.url());
    const { login, password } = demoAccount('inspector');
    await api.signIn(login, password);
    const { body: made } = await api.create<ComplaintRegistered>('/complaints', {
      ...{ channel: 'WALK_IN', intakeKind: 'COMPLAINT', receivedOn: today, name: COMPLAINANT },
      ...{ phone: '13912340999', employerName: '文山演示建筑工程有限公司', areaCode: '532601' },
      ...{ headcount: 1, payMonths: ['2026-09'], owedFen: 500_000, story: '九月没有发钱。', fileIds: [] },
    });
    const { body: seen } = await api.get<ComplaintView>(`/complaints/${made.id}`);
    await api.send('POST', `/complaints/${made.id}/accept`, {}, { 'if-match': `"v${seen.version}"` });
    const people = await api.get<PageOf<InspectorChoice>>('/cases/inspectors?officeCode=532601');
    const [lead, co] = people.body.items;
    const filed = await api.create<CaseView>('/cases', {
      ...{ complaintIds: [made.id], title: `${COMPLAINANT}被拖欠工资` },
      respondent: { companyId: DEMO_COMPANY_ID, name: '文山演示建筑工程有限公司' },
      ...{ leadInspectorId: lead?.id, coInspectorId: co?.id },
    });
    one = filed.body;
    const steps: [door: string, body: object][] = [
      ['investigate', {}],
      [
        'order',
        {
          ...{ servedOn: today, rectifyBy: addDays(today, 9), mode: 'DIRECT' },
          ...{ demands: DEMANDS, fileIds: [] },
        },
      ],
      [
        'proceedings',
        {
          kind: 'proofDemand',
          given: {
            ...{ addressee: 'respondent', asksLabourContract: true, asksStaffRoster: true },
            ...{ asksWageLedger: true, asksWageList: true, scope: '十月，木工班' },
            ...{ serviceMode: 'DIRECT', servedOn: today, produceBy: addDays(today, 6) },
          },
        },
      ],
    ];
    for (const [door, body] of steps) {
      const at = { 'if-match': `"v${one.version}"`, 'idempotency-key': randomUUID() };
      const { status, body: next } = await api.send<CaseView>('POST', `/cases/${one.id}/${door}`, body, at);
      assert.ok(status < 300, JSON.stringify(next));
      one = next;
    }
  });

  const upload = async (page: Page, document: string): Promise<void> => {
    await page.getByRole('button', { name: `提交${document}` }).click();
    const name = `${document}.pdf`;
    await page
      .locator('.form-drawer input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: pdfOf(encodeURIComponent(document)) });
    await page.locator('.form-drawer').getByText('已上传').waitFor();
    await page.locator('.form-drawer button[type=submit]').click();
    await page.locator('.form-drawer').waitFor({ state: 'hidden' });
    await page.locator('.demand li', { hasText: document }).getByText(name).waitFor();
  };

  it('the company reads an order on a small screen and sends two of four documents; the inspector sees them', async () => {
    const url = product.url();
    const company = await browser.open('phone');
    const { page } = company;
    await enterAs(page, url, 'contractor');
    await page.goto(`${url}/company/matters`);
    await page.getByText(one.caseNumber).first().waitFor();
    await assertSound(company, 'matters');
    await page.getByRole('link', { name: one.caseNumber }).first().click();
    await page.getByText(DEMANDS).waitFor();
    assert.equal(await page.getByText(COMPLAINANT).count(), 0);
    await upload(page, '劳动合同');
    await upload(page, '职工名册');
    assert.equal(await page.locator('.demand').getByText('还没有提交').count(), 2);
    await assertSound(company, 'matter');

    const office = await browser.open('desk');
    await enterAs(office.page, url, 'inspector');
    await office.page.goto(`${url}/cases/${one.id}?tab=proceedings`);
    const proofs = office.page.locator('.proofs');
    await proofs.getByText('还缺 2 项').waitFor();
    await proofs.getByText('职工名册.pdf').waitFor();
    assert.deepEqual(await proofs.locator('li', { hasText: '缺' }).locator('.name').allInnerTexts(), [
      '工资支付台账',
      '工资清单',
    ]);
    await assertSound(office, 'proofs');
    await office.page.goto(`${url}/cases/${one.id}?tab=evidence`);
    await office.page.getByText('单位提供的劳动合同').first().waitFor();
  });
});
