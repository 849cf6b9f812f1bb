import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PayrollView } from '../../server/core/contract/payroll.ts';
import type { EnrolmentView, TeamView } from '../../server/core/contract/roster.ts';
import { fen } from '../../server/core/kit/money.ts';
import { firstDayOf, lastDayOf, payMonthOf, previousPayMonth } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs, settled } from './short-cuts.ts';
import { enterByPhone, goOn, typeMoney } from './worker-steps.ts';

const COMPANY = '5326010000000000000000c1';
const PROJECT = '5326010000000000000000d3';
const WORKER = { name: '普正才', phone: '13912345697', citizenId: '532601199003070019' };
const MONTH = previousPayMonth(payMonthOf(systemClock.today()));

/** A team with one person on the roster of the demo's road works. */
async function teamOf(url: string): Promise<TeamView> {
  const officer = new ApiClient(url);
  const { login, password } = demoAccount('contractor');
  await officer.signIn(login, password);
  const day = lastDayOf(previousPayMonth(MONTH));
  const team = await officer.create<TeamView>(`/projects/${PROJECT}/teams`, {
    employerId: COMPANY,
    name: '路面二班',
    enteredOn: day,
  });
  assert.equal(team.status, 201, JSON.stringify(team.body));
  const person = await officer.create<EnrolmentView>('/enrolments', {
    ...WORKER,
    projectId: PROJECT,
    teamId: team.body.id,
    workType: '040',
    workRole: 'BUILDER',
    isTeamLeader: false,
    payKind: 'TIME_RATE',
    dayRateFen: fen(30000),
    contract: { kind: 'labourContract', signedOn: day, from: day },
    safetyTrainedOn: day,
  });
  assert.equal(person.status, 201, JSON.stringify(person.body));
  const entered = await officer.send(
    'POST',
    `/enrolments/${person.body.id}/enter`,
    { on: firstDayOf(MONTH) },
    { 'if-match': `"v${person.body.version}"` },
  );
  assert.equal(entered.status, 200, JSON.stringify(entered.body));
  return team.body;
}

/** Types into the cell of the one row, as a clerk does: the sums follow. */
const type = (page: Page, column: string, text: string): Promise<void> =>
  page.locator(`[data-cell="0-${column}"]`).fill(text);

describe('browser: a month of wages and the worker’s own word', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  const product = useProduct();
  let sheetPath = '';
  let team: TeamView;
  before(async () => {
    team = await teamOf(product.url());
  });

  it('the labour officer types the month, is told what is wrong, corrects it and files it', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'contractor');
    const query = `projectId=${PROJECT}&teamId=${team.id}&payMonth=${MONTH}&way=attendance`;
    await page.goto(`${product.url()}/payroll/new?${query}`);
    await page.locator('.entry-grid tbody').getByText(WORKER.name).waitFor();
    await type(page, 'daysHundredths', '40');
    await type(page, 'dayRateFen', '300');
    assert.equal(await page.locator('[data-cell="0-netFen"]').inputValue(), '12000.00');
    const file = page.getByRole('button', { name: '确认报送' });
    await page.locator('.entry-grid .said .block').first().waitFor();
    assert.equal(await file.isDisabled(), true);
    await type(page, 'daysHundredths', '20');
    await page.locator('.entry-grid .said .block').first().waitFor({ state: 'detached' });
    await assertSound(screen, 'payroll-grid');
    await file.click();
    await page.waitForURL(/\/payroll\/sheets\/[0-9a-f]{24}$/);
    sheetPath = new URL(page.url()).pathname;
    await page.locator('tbody tr', { hasText: WORKER.name }).getByText('未答复').waitFor();
    await assertSound(screen, 'payroll-sheet');
    await screen.close();
  });

  it('the worker answers “less” on his phone, and the lead appears before the inspector without a reload', async () => {
    const desk = await browser.open('desk');
    await enterAs(desk.page, product.url(), 'inspector');
    await desk.page.goto(`${product.url()}/complaints`);
    await settled(desk.page);
    const lead = desk.page.locator('tbody tr', { hasText: WORKER.name });
    assert.equal(await lead.count(), 0);

    const phone = await browser.open('phone');
    await enterByPhone(phone.page, product.url(), WORKER.phone);
    await phone.page.goto(`${product.url()}/m/pay`);
    await phone.page.locator('a[href^="/m/pay/"]').first().click();
    await phone.page.getByRole('button', { name: /少了/ }).click();
    await typeMoney(phone.page, '4000');
    await goOn(phone.page);
    await phone.page.locator('.noted').waitFor();
    await phone.close();

    await lead.first().waitFor();
    await desk.page.goto(`${product.url()}${sheetPath}`);
    const row = desk.page.locator('tbody tr', { hasText: WORKER.name });
    await row.getByText('少了').waitFor();
    await row.getByText(/4,000\.00/).waitFor();
    await row.locator('.open').click();
    await desk.page.getByRole('link', { name: '打开这条线索' }).click();
    await desk.page.waitForURL(/\/complaints\/[0-9a-f]{24}/);
    await desk.close();
  });

  it('the sheet counts what was said, and silence as nothing else', async () => {
    const office = new ApiClient(product.url());
    const { login, password } = demoAccount('contractor');
    await office.signIn(login, password);
    const sheet = await office.get<PayrollView>(`/payroll/sheets/${sheetPath.split('/').at(-1)}`);
    assert.deepEqual(sheet.body.answers, { right: 0, less: 1, nothing: 0, notMe: 0, unanswered: 0 });
    assert.equal(sheet.body.people, 1);
  });
});
