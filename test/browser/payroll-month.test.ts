import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/people.ts';
import { nobodysCitizenId } from '../../seeds/random.ts';
import type { TeamView } from '../../server/core/contract/roster.ts';
import type { SheetColumn } from '../../server/core/contract/sheet-checks.ts';
import { firstDayOf, payMonthOf, previousPayMonth } from '../../server/core/kit/plain-date.ts';
import { PAYROLL_COLUMNS } from '../../server/features/payroll/payroll-columns.ts';
import { ROSTER_COLUMNS } from '../../server/features/roster/roster-columns.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { readSheet, writeTemplate } from '../../server/platform/workbooks/index.ts';
import type { SheetRow } from '../../server/platform/workbooks/index.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import type { Screen } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enter, enterAs } from './short-cuts.ts';

const LABOUR = { login: 'labour', password: DEMO_PASSWORD };
const COMPANY = '5326010000000000000000c1';
const PROJECT = '5326010000000000000000d3';
const TODAY = systemClock.today();
const MONTH = previousPayMonth(payMonthOf(TODAY));
const SINCE = firstDayOf(MONTH);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const person = (name: string, serial: number, bankCard: string): SheetRow['cells'] => ({
  ...{ name, citizenId: nobodysCitizenId(serial), bankCard, bankName: '演示银行', workType: '砌筑工' },
  ...{ payKind: 'TIME_RATE', dayRateFen: 30_000, contractKind: 'labourContract', signedOn: SINCE },
  ...{ safetyTrainedOn: SINCE, enteredOn: SINCE, isTeamLeader: 'no' },
});
const PEOPLE = [
  person('龙开富', 901_101, '6222021234567890128'),
  person('农秀英', 901_102, '6228480012345678903'),
];
const [FIRST, SECOND] = PEOPLE.map(({ name }) => String(name)) as [string, string]; // the two above

/** What the bank finds in the file it takes, and the three columns it adds for its answer. */
const ANSWER_COLUMNS: readonly SheetColumn[] = [
  { key: 'reference', zh: '代发编号', en: 'Reference', kind: 'text', required: true },
  { key: 'workerName', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'bankCard', zh: '银行卡号', en: 'Card number', kind: 'identity' },
  { key: 'bankName', zh: '开户银行', en: 'Bank', kind: 'text' },
  { key: 'amountFen', zh: '金额（元）', en: 'Amount (yuan)', kind: 'amount' },
  { key: 'result', zh: '结果', en: 'Result', kind: 'text' },
  { key: 'on', zh: '日期', en: 'Day', kind: 'day' },
  { key: 'reason', zh: '退回原因', en: 'Reason', kind: 'text' },
];

/** The team's own rows as the workbook holds them, with what its clerk filled in. */
const filledIn = (rows: readonly SheetRow[], netOf: (name: unknown) => number): SheetRow['cells'][] =>
  rows.map(({ cells }) => ({
    ...cells,
    ...{ daysHundredths: 2_000, grossFen: 600_000, netFen: netOf(cells['name']), isSigned: '是' },
  }));

async function rowsIn(page: Page, button: string, columns: readonly SheetColumn[]): Promise<SheetRow[]> {
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await readSheet(await (await fetched).path(), columns, { maxRows: 100 })).rows;
}

async function upload(
  page: Page,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow['cells'][],
): Promise<void> {
  const buffer = Buffer.from(await writeTemplate(columns, rows, { title: '上传的表' }));
  await page.locator('.workbook-drop input').setInputFiles({ name: '上传的表.xlsx', mimeType: XLSX, buffer });
}

const rowOf = (page: Page, name: string): Locator => page.locator('tbody tr', { hasText: name });
const again = (page: Page): Promise<void> => page.getByRole('button', { name: '换一个文件' }).click();
async function act(page: Page, name: string): Promise<void> {
  await page.locator('.act-card').getByRole('button', { name }).click();
  await page.locator('form.act button[type=submit]').click();
  await page.locator('form.act').waitFor({ state: 'detached' });
}

describe('browser: a contractor files a month from workbook to paid', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();
  let team: TeamView;
  let office: Screen;
  let payFile = '';

  before(async () => {
    const api = new ApiClient(product.url());
    await api.signIn(LABOUR.login, LABOUR.password);
    const body = { employerId: COMPANY, name: '路基三班', enteredOn: SINCE };
    const made = await api.create<TeamView>(`/projects/${PROJECT}/teams`, body);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    team = made.body;
    office = await browser.open('desk');
    await enter(office.page, product.url(), LABOUR);
  });
  after(() => office.close());

  it('the roster’s template is told to be empty; filled in, its people are on the roster', async () => {
    const { page } = office;
    await page.goto(`${product.url()}/roster/import?projectId=${PROJECT}&teamId=${team.id}`);
    const fetched = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载模板' }).click();
    await page.locator('.workbook-drop input').setInputFiles(await (await fetched).path());
    await page.getByText('表头下面没有数据').waitFor();
    await again(page);
    await upload(page, ROSTER_COLUMNS, PEOPLE);
    await page.getByText('共 2 行，没有发现问题。').waitFor();
    await page.getByRole('button', { name: '确认登记' }).click();
    await page.getByText('新登记 2 人；0 人原来就在名册上。').waitFor();
    await page.goto(`${product.url()}/roster?projectId=${PROJECT}&teamId=${team.id}`);
    for (const name of [FIRST, SECOND]) await rowOf(page, name).waitFor();
  });

  it('the month’s template holds the team; the wrong cell is named by row and column, the corrected sheet is filed', async () => {
    const { page } = office;
    await page.goto(`${product.url()}/payroll/new`);
    await page.getByLabel('项目').selectOption(PROJECT);
    await page.getByLabel('班组').selectOption(team.id);
    await page.waitForURL((at) => at.searchParams.get('payMonth') === MONTH);
    const rows = await rowsIn(page, '下载模板', PAYROLL_COLUMNS);
    const ids = PEOPLE.map(({ citizenId }) => citizenId).sort();
    assert.deepEqual(rows.map(({ cells }) => cells['citizenId']).sort(), ids);

    const wrong = filledIn(rows, (name) => (name === SECOND ? 590_000 : 600_000));
    const at = wrong.findIndex(({ name }) => name === SECOND) + 2;
    await upload(page, PAYROLL_COLUMNS, wrong);
    const problem = page.locator('.problem-rows tbody tr', { hasText: '必须改正' });
    await problem.first().waitFor();
    assert.equal(await problem.count(), 1);
    assert.deepEqual((await problem.locator('td').allTextContents()).slice(0, 2), [String(at), '实发工资']);
    assert.equal(await page.getByRole('button', { name: '确认报送' }).count(), 0);

    await again(page);
    await upload(
      page,
      PAYROLL_COLUMNS,
      filledIn(rows, () => 600_000),
    );
    await page.getByRole('button', { name: '确认报送' }).click();
    await page.waitForURL(/\/payroll\/sheets\/[0-9a-f]{24}$/);
    for (const name of [FIRST, SECOND]) await rowOf(page, name).getByText('还没送').waitFor();
  });

  it('the general contractor’s labour officer approves it and sends the pay file: the lines say so at once', async () => {
    const { page } = office;
    await act(page, '审核通过');
    const said = page.getByText(/代发文件 \S+ 已生成：2 笔/).textContent();
    const [made] = await Promise.all([said, act(page, '生成代发文件送银行')]);
    payFile = /代发文件 (\S+) 已生成/.exec(made ?? '')?.[1] ?? '';
    for (const name of [FIRST, SECOND]) await rowOf(page, name).getByText('已送出').waitFor();
    await assertSound(office, 'payroll-sheet-sent');
  });

  it('the bank’s clerk takes the file and answers one line by hand and one by workbook: the sheet is paid', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'bank');
    await page.goto(product.url());
    const waiting = page.locator('section', { hasText: '等您领取的代发文件' });
    await waiting.getByRole('link', { name: payFile }).click();
    const sent = await rowsIn(page, '领取（Excel）', ANSWER_COLUMNS);
    assert.deepEqual(
      sent.map(({ cells }) => cells['bankCard']).sort(),
      PEOPLE.map(({ bankCard }) => bankCard).sort(),
    );
    await rowOf(page, FIRST).getByRole('checkbox').check();
    await page.getByRole('button', { name: '登记到账（1）' }).click();
    await page.locator('.form-drawer button[type=submit]').click();
    await rowOf(page, FIRST).getByText('到账').waitFor();
    await assertSound(screen, 'bank-pay-file');
    await rowOf(office.page, FIRST).getByText('已到账').waitFor();

    const answered = sent.map(({ cells }) => ({ ...cells, result: '到账', on: TODAY }));
    await upload(page, ANSWER_COLUMNS, answered);
    await page.getByRole('button', { name: '确认登记结果' }).click();
    await rowOf(page, SECOND).getByText('到账').waitFor();
    await page.getByText('已回复', { exact: true }).waitFor();
    await screen.close();

    await rowOf(office.page, SECOND).getByText('已到账').waitFor();
    await office.page.getByText('全部到账', { exact: true }).first().waitFor();
  });
});
