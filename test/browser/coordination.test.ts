import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const TITLE = '核查工程款支付情况';

describe('browser: a task for a department', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('the leader sends it, the liaison answers it on a phone, the leader closes it', async () => {
    const desk = await browser.open('desk');
    await enterAs(desk.page, product.url(), 'leader');
    await desk.page.goto(`${product.url()}/department-tasks`);
    await desk.page.getByRole('button', { name: '发任务' }).click();
    const drawer = desk.page.getByRole('dialog', { name: '发任务' });
    await drawer.getByLabel('职责事项').selectOption('unlawfulContracting');
    // The towns of the county come late; who has chosen the county goes on meanwhile.
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await desk.page.route(
      ({ pathname, searchParams }) => pathname === '/api/areas' && searchParams.get('parent') === '532601',
      async (route) => {
        await held;
        await route.continue();
      },
    );
    await drawer.getByRole('group').getByRole('combobox').last().selectOption('532601');
    await drawer.getByRole('button', { name: '住房和城乡建设局' }).click();
    await drawer.getByLabel('事项', { exact: true }).fill(TITLE);
    await drawer.getByLabel('任务要求').fill('核查工程款是否按约拨付，十日内答复');
    await drawer.getByLabel('答复期限').fill(addDays(systemClock.today(), 10));
    await drawer.getByRole('button', { name: '发出' }).click();
    await desk.page.getByRole('heading', { name: TITLE }).waitFor();
    letGo();
    await assertSound(desk, 'department-task-desk');

    const phone = await browser.open('phone');
    await enterAs(phone.page, product.url(), 'departmentLiaison');
    await phone.page.goto(product.url());
    await assertSound(phone, 'home-liaison');
    await phone.page.getByRole('link', { name: TITLE }).click();
    await phone.page.getByRole('button', { name: '签收' }).click();
    await phone.page.getByRole('dialog').getByRole('button', { name: '签收' }).click();
    await phone.page.getByText('办理中').first().waitFor();
    await phone.page.getByRole('button', { name: '答复' }).click();
    const form = phone.page.getByRole('dialog');
    await form.getByLabel('办理结果').fill('已核查，建设单位三日内拨付');
    await form.getByRole('button', { name: '答复' }).click();
    await phone.page.getByText('已答复').first().waitFor();
    await assertSound(phone, 'department-task-phone');
    await phone.close();

    await desk.page.getByText('已核查，建设单位三日内拨付').first().waitFor();
    await desk.page.getByRole('button', { name: '办结' }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await desk.page.getByText('已办结').first().waitFor();
    await desk.page.goto(`${product.url()}/department-tasks?state=closed`);
    await desk.page.getByRole('link', { name: TITLE }).waitFor();
    await assertSound(desk, 'department-tasks');
    await desk.close();
  });
});
