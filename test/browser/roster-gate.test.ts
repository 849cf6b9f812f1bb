import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nobodysCitizenId } from '../../seeds/random.ts';
import type { EnrolmentView, TeamView } from '../../server/core/contract/roster.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const COMPANY = '5326010000000000000000c1';
const PROJECT = '5326010000000000000000d3';
const SINCE = '2026-03-02';
const NAME = '卢未签';

/** Chooses an act in the card that opens beside the list, as somebody does who has just read it. */
async function choose(page: Page, act: string): Promise<void> {
  await page.locator('tbody tr', { hasText: NAME }).locator('.open').click();
  await page.locator('.el-drawer').getByRole('button', { name: act, exact: true }).click();
}

describe('browser: the gate of a site', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();
  let teamId = '';

  before(async () => {
    const api = new ApiClient(product.url());
    const { login, password } = demoAccount('contractor');
    await api.signIn(login, password);
    const team = await api.create<TeamView>(`/projects/${PROJECT}/teams`, {
      ...{ employerId: COMPANY, name: '门岗九班', enteredOn: SINCE },
    });
    assert.equal(team.status, 201, JSON.stringify(team.body));
    teamId = team.body.id;
    const man = await api.create<EnrolmentView>('/enrolments', {
      ...{ projectId: PROJECT, teamId, name: NAME, citizenId: nobodysCitizenId(901_909) },
      ...{ workType: '020', workRole: 'BUILDER', isTeamLeader: false, payKind: 'TIME_RATE' },
      ...{ dayRateFen: 30_000, safetyTrainedOn: SINCE },
    });
    assert.equal(man.status, 201, JSON.stringify(man.body));
  });

  it('stays shut for a man without a contract, opens once it is signed, and who leaves is to be settled', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'contractor');
    await page.goto(`${product.url()}/roster?projectId=${PROJECT}&teamId=${teamId}`);
    await choose(page, '进场');
    const act = page.locator('form.act');
    await act.locator('input[type=date]').fill(SINCE);
    await act.locator('button[type=submit]').click();
    await act.getByText('还不能进场，缺：劳动合同或用工书面协议').waitFor();
    await assertSound(screen, 'roster-gate-shut');
    page.once('dialog', (asked) => void asked.accept()); // the day was typed: leaving it is asked about
    await act.getByRole('button', { name: '取消' }).click();
    await act.waitFor({ state: 'detached' });

    await choose(page, '修改');
    const field = (path: string) =>
      page.locator(`.form-drawer [data-path="${path}"]`).locator('input, select');
    await field('contract').first().selectOption({ label: '劳动合同' });
    await field('contract.signedOn').first().fill(SINCE);
    await field('contract.from').first().fill(SINCE);
    await page.locator('.form-drawer button[type=submit]').click();
    await page.locator('.form-drawer').waitFor({ state: 'detached' });
    // The list has been read anew: an act on the row of before would rightly be refused.
    await page.locator('tbody tr', { hasText: NAME }).locator('.closed').waitFor({ state: 'detached' });

    await choose(page, '进场');
    await act.locator('input[type=date]').fill(SINCE);
    await act.locator('button[type=submit]').click();
    await page.locator('tbody tr', { hasText: NAME }).getByText('在场').waitFor();
    await choose(page, '退场');
    await act.locator('textarea').fill('工程结束');
    await act.locator('button[type=submit]').click();
    await page.locator('tbody tr', { hasText: NAME }).getByText('未结清').waitFor();
    await screen.close();
  });
});
