import assert from 'node:assert/strict';
import type { ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import type { GroupView, MyGroup, MyMembership } from '../../server/core/contract/group-claims.ts';
import { addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';
import { enterByPhone, goOn, proveNumber, typeMoney } from './worker-steps.ts';

const PHONES = { filer: '13912340771', colleague: '13912340772', third: '13912340773' } as const;

describe('browser: a group complaint on the phones of its people', function () {
  this.timeout(150_000);
  const browser = useBrowser();
  const product = useProduct();
  const month = addPayMonths(payMonthOf(systemClock.today()), -1);
  let complaintId = '';
  let receiptNumber = '';

  before(async () => {
    const api = new ApiClient(product.url());
    const { login, password } = demoAccount('clerk');
    await api.signIn(login, password);
    const { body } = await api.create<ComplaintRegistered>('/complaints', {
      ...{ channel: 'WALK_IN', intakeKind: 'COMPLAINT', receivedOn: systemClock.today(), name: '石领头' },
      ...{ phone: PHONES.filer, employerName: '演示：某钢构安装队', site: '城北厂房', areaCode: '532601' },
      ...{
        headcount: 3,
        payMonths: [month],
        owedFen: 1_800_000,
        story: '三个人上个月的工钱没有发。',
        fileIds: [],
      },
    });
    complaintId = body.id;
    receiptNumber = body.receiptNumber;
  });

  it('the representative shows the code, a colleague joins, a third leaves, and the office sees it all', async () => {
    const url = product.url();
    const filer = await browser.open('phone');
    await enterByPhone(filer.page, url, PHONES.filer);
    await filer.page.goto(`${url}/t/${receiptNumber}`);
    await filer.page.getByRole('link', { name: /邀请工友一起投诉/ }).click();
    await filer.page.getByRole('button', { name: '生成邀请码' }).click();
    await filer.page.locator('img.receipt-qr').waitFor();
    const address = (await filer.page.locator('.address').innerText()).trim();
    const path = new URL(address).pathname;
    assert.match(path, /^\/j\/[\w-]{43}$/u);
    await assertSound(filer, 'group-code');

    const colleague = await browser.open('phone');
    const { page } = colleague;
    await page.goto(`${url}${path}`);
    await page.getByText('演示：某钢构安装队').waitFor();
    assert.doesNotMatch(await page.locator('body').innerText(), /石领头|18,000/u);
    await assertSound(colleague, 'group-invitation');
    await goOn(page);
    await proveNumber(page, url, PHONES.colleague);
    await page.getByRole('heading', { name: '您叫什么名字？' }).waitFor();
    await page.fill('.q-input', '田自来');
    await goOn(page);
    await page.getByRole('heading', { name: '您的身份证号是多少？' }).waitFor();
    await page.fill('.q-input', '110105194912310021');
    await goOn(page);
    await page.getByText('身份证号不对').waitFor();
    await page.fill('.q-input', '');
    await goOn(page);
    await page.getByRole('heading', { name: '欠您的是哪几个月？' }).waitFor();
    assert.equal(await page.locator('.q-chip[aria-pressed=true]').count(), 1);
    await goOn(page);
    await typeMoney(page, '6500');
    await goOn(page);
    await page.getByRole('button', { name: '可以，让他代表我' }).click();
    await assertSound(colleague, 'group-shown');
    await page.getByRole('button', { name: '可以看' }).click();
    await goOn(page);
    await page.getByRole('heading', { name: '您已经加入' }).waitFor();
    await page.getByText('您说欠您 ¥6,500.00').waitFor();
    await assertSound(colleague, 'group-mine');
    await page.goto(`${url}/m`);
    await page.getByRole('link', { name: /某钢构安装队/ }).click();
    await page.getByRole('heading', { name: '您已经加入' }).waitFor();

    const third = await browser.open('phone');
    await enterByPhone(third.page, url, PHONES.third);
    const made = await third.page.request.get(`${url}/api/session`);
    const { csrfToken } = (await made.json()) as { csrfToken?: string }; // the contract's promise
    const sent = await third.page.request.post(`${url}/api/my/memberships`, {
      headers: { 'idempotency-key': 'third-of-the-group-joins', 'x-csrf-token': csrfToken ?? '' },
      data: {
        ...{ token: path.slice('/j/'.length), name: '马要走', payMonths: [month], owedFen: 500_000 },
        ...{ consents: false, shownToRepresentative: false },
      },
    });
    assert.equal(sent.status(), 201, await sent.text());
    const { id } = (await sent.json()) as MyMembership; // the contract's promise
    await third.page.goto(`${url}/m/group/${id}`);
    await third.page.getByRole('link', { name: '我想退出' }).click();
    await third.page.getByRole('button', { name: '想自己单独办' }).click();
    await assertSound(third, 'group-leave');
    await goOn(third.page);
    await third.page.getByRole('button', { name: '有人逼我' }).click();
    await third.page.getByRole('heading', { name: /等我们打电话核实/ }).waitFor();

    await filer.page.goto(`${url}/m/groups/${receiptNumber}`);
    await filer.page.getByText('田自来').waitFor();
    assert.doesNotMatch(await filer.page.locator('body').innerText(), /马要走|6,500|13912340772/u);
    assert.match(await filer.page.locator('.counts').innerText(), /已经加入\s*2 人\s*同意由您代表\s*1 人/u);

    const office = await browser.open('desk');
    await enterAs(office.page, url, 'clerk');
    await office.page.goto(`${url}/complaints/${complaintId}?tab=people`);
    const panel = office.page.locator('.group-panel');
    await panel.getByText('本人说有人逼他退出').waitFor();
    assert.match(await panel.innerText(), /本人加入 2，同意代表 1，仅被他人列名 0，要退出 1/u);
    await assertSound(office, 'group-office');
    await panel
      .getByRole('row', { name: /马要走/ })
      .getByRole('button', { name: '存疑，继续办理' })
      .click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('本人当面说不想退');
    await dialog.getByRole('button', { name: '存疑，继续办理' }).click();
    await panel.getByText('存疑，继续办理：本人当面说不想退').waitFor();
    const api = await office.page.request.get(`${url}/api/complaints/${complaintId}/group`);
    const { counts } = (await api.json()) as GroupView; // the contract's promise
    assert.deepEqual([counts.joined, counts.leaving, counts.left], [2, 0, 0]);
    const seen = await filer.page.request.get(`${url}/api/my/groups/${receiptNumber}`);
    assert.deepEqual(((await seen.json()) as MyGroup).names, ['田自来']); // the contract's promise
    for (const screen of [filer, colleague, third, office]) await screen.close();
  });
});
