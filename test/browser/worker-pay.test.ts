import assert from 'node:assert/strict';
import { nobodysCitizenId } from '../../seeds/random.ts';
import type { EnrolmentView, TeamView } from '../../server/core/contract/roster.ts';
import { payMonthOf, previousPayMonth } from '../../server/core/kit/plain-date.ts';
import { DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, demoMessage } from './short-cuts.ts';
import { enterByPhone, goOn } from './worker-steps.ts';

const SITE = '5326010000000000000000d1';
const PHONE = '13912340777';
const SINCE = '2026-03-02';

describe('browser: a worker reads a text message about his pay', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  /** One man of a team of the demo site, and last month's payroll for him. */
  before(async () => {
    const api = new ApiClient(product.url());
    const { login, password } = demoAccount('contractor');
    await api.signIn(login, password);
    const made = async <Body>(path: string, body: object): Promise<Body> => {
      const sent = await api.create<Body>(path, body);
      assert.equal(sent.status, 201, JSON.stringify(sent.body));
      return sent.body;
    };
    const team = await made<TeamView>(`/projects/${SITE}/teams`, {
      ...{ employerId: DEMO_COMPANY_ID, name: '抹灰七班', enteredOn: SINCE },
    });
    const man = await made<EnrolmentView>('/enrolments', {
      ...{ projectId: SITE, teamId: team.id, name: '白小工', citizenId: nobodysCitizenId(900_777) },
      ...{ phone: PHONE, workType: '020', workRole: 'BUILDER', isTeamLeader: false },
      ...{ payKind: 'TIME_RATE', dayRateFen: 30_000, safetyTrainedOn: SINCE },
      contract: { kind: 'labourContract', signedOn: SINCE, from: SINCE },
    });
    const at = { 'if-match': `"v${man.version}"` };
    const entered = await api.send('POST', `/enrolments/${man.id}/enter`, { on: SINCE }, at);
    assert.equal(entered.status, 200, JSON.stringify(entered.body));
    const nothing = { incomeTax: 0, socialInsurance: 0, courtOrdered: 0, damage: 0, other: 0 };
    const entry = {
      ...{ enrolmentId: man.id, payKind: 'TIME_RATE', daysHundredths: 2000, dayRateFen: 30_000 },
      ...{ overtimeFen: 0, allowancesFen: 0, backPayFen: 0, grossFen: 600_000, advanceFen: 0 },
      ...{ deductions: nothing, netFen: 600_000, isSigned: true },
    };
    const payMonth = previousPayMonth(payMonthOf(systemClock.today()));
    await made('/payroll/sheets', { projectId: SITE, teamId: team.id, payMonth, entries: [entry] });
  });

  it('opens his month by link and code without signing in, and says that it is not him', async () => {
    const text = await demoMessage(product.url(), /(\/p\/[\w-]+ ，输入 \d{4})/, PHONE);
    const [, link = '', code = ''] = /(\/p\/[\w-]+) ，输入 (\d{4})/.exec(text) ?? [];
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.goto(`${product.url()}${link}`);
    await page.waitForSelector('.code');
    await page.fill('.code', code === '0000' ? '1111' : '0000');
    await goOn(page);
    await page.waitForSelector('text=数字不对');
    await assertSound(screen, 'worker-pay-link');
    await page.fill('.code', code);
    await goOn(page);
    await page.waitForSelector('.pay-figures');
    assert.match(await page.innerText('.pay-figures'), /¥6,000\.00[\s\S]*还没有回答/);
    await assertSound(screen, 'worker-pay-line');
    await page.getByRole('button', { name: /^少了/ }).click();
    await assertSound(screen, 'worker-pay-less');
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: /^不是我/ }).click();
    await page.waitForSelector('text=有人用了您的身份');
    await screen.close();
  });

  it('finds the same month, his site and the uses of his identity behind his phone number', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterByPhone(page, product.url(), PHONE);
    await page.goto(`${product.url()}/m`);
    await page.getByRole('link', { name: /我的工资/ }).click();
    await page.getByRole('link', { name: /¥6,000\.00[\s\S]*不是我/ }).waitFor();
    await assertSound(screen, 'worker-pay-months');
    await page.goto(`${product.url()}/m/work`);
    await page.waitForSelector('text=抹灰七班');
    await assertSound(screen, 'worker-work');
    await page.goto(`${product.url()}/m/identity`);
    await page.waitForSelector('.uses li');
    assert.match(await page.innerText('.uses'), /花名册[\s\S]*工资表|工资表[\s\S]*花名册/);
    await assertSound(screen, 'worker-identity');
    await screen.close();
  });
});
