import assert from 'node:assert/strict';
import type { Role } from '../../server/core/contract/roles.ts';
import { axeFindings, useBrowser, WIDTHS, type Width } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, demoMessage, enterAs, settled, signIn } from './short-cuts.ts';

type StaffRole = Exclude<Role, 'worker'>;

const OFFICE = [
  ...['首页', '投诉', '线索接入', '案件', '离岗与代办', '文书', '案卷', '项目', '企业', '人员'],
  ...['工资表', '专用账户', '代发文件', '被拒绝的支出', '名册', '考勤'],
  ...['预警', '预警统计', '预警规则', '真实发薪率', '信用档案', '年度等级'],
  ...['失信名单', '重大违法公布', '信用记录证明'],
  ...[
    '检查记录',
    '巡查计划',
    '整改事项',
    '隐患',
    '集体讨薪',
    '全覆盖排查',
    '宣传活动',
    '领导驾驶舱',
    '期间报表',
    '工作通报',
    '参数',
    '工作日历',
  ],
];
/** A leader reads sums and no names, and takes nothing in. */
const WITH_NAMES = [
  '线索接入',
  '离岗与代办',
  '企业',
  '人员',
  '代发文件',
  '被拒绝的支出',
  '名册',
  '考勤',
  '信用档案',
  '信用记录证明',
];

/** The office of the joint meeting and what it asks of departments, before the reports. */
const coordinating = (menu: readonly string[], pages: readonly string[]): string[] => {
  const at = menu.findIndex((page) => ['领导驾驶舱', '期间报表', '工作日历'].includes(page));
  return menu.toSpliced(at, 0, ...pages);
};
const WITH_DEPARTMENTS = ['部门任务', '督办'];
const WITH_MEETINGS = [...WITH_DEPARTMENTS, '联席会议'];
const WITH_TALKS = [...WITH_MEETINGS, '约谈', '问责提示'];

/** Pages of the reports that not everybody of the office has, each after its neighbour. */
const after = (menu: readonly string[], page: string, more: string): string[] =>
  menu.toSpliced(menu.indexOf(page) + 1, 0, more);
const assessed = (menu: readonly string[]): string[] => after(menu, '工作通报', '年度考核');
const campaigning = (menu: readonly string[]): string[] => after(menu, '领导驾驶舱', '冬季行动');

/** What the home page says the role is for, and the whole menu: nothing of other roles. */
const HOMES: Record<StaffRole, { says: string; menu: readonly string[] }> = {
  admin: {
    says: '账号、区划、参数、日历和系统运行；看不到案件内容',
    menu: [
      ...['首页', '预警规则', '账号', '区划与部门', '参数', '接口客户端', '事件推送', '文书模板', '工作日历'],
      ...['健康状况', '定时任务', '发件箱', '事件链'],
    ],
  },
  auditor: {
    says: '核对事件链，查看账号、参数和任务记录',
    menu: ['首页', '失信名单', '账号', '参数', '到期数据销毁', '工作日历', '定时任务', '事件链'],
  },
  bureauHead: {
    says: '审批、督办和全局进度',
    menu: assessed(campaigning(coordinating(OFFICE, WITH_TALKS)))
      .toSpliced(4, 0, '承办量')
      .toSpliced(-1, 0, '到期数据销毁'),
  },
  inspector: {
    says: '按最近要到期的先后，办理投诉和案件',
    menu: campaigning(coordinating(OFFICE, WITH_DEPARTMENTS)),
  },
  clerk: {
    says: '受理窗口的登记、补正和转办',
    menu: OFFICE.filter((page) => !['失信名单', '重大违法公布', '巡查计划'].includes(page)),
  },
  leader: {
    says: '全区域的态势、督办和报表',
    menu: assessed(campaigning(coordinating(OFFICE, WITH_TALKS))).filter(
      (page) => !WITH_NAMES.includes(page),
    ),
  },
  departmentLiaison: {
    says: '转到本部门的任务和本行业的项目',
    menu: ['首页', '投诉', '项目', '集体讨薪', ...WITH_MEETINGS, '工作日历'],
  },
  contractor: {
    says: '本企业的项目、花名册和每月工资报送',
    menu: [
      ...[
        '首页',
        '涉案事项',
        '项目',
        '企业',
        '工资表',
        '欠薪测算书',
        '退票重发',
        '专用账户',
        '代发文件',
        '名册',
        '考勤',
        '预警',
        '本单位信用',
        '年度等级',
        '信用记录证明',
        '整改事项',
        '集体讨薪',
      ],
      ...['账号', '工作日历'],
    ],
  },
  bank: {
    says: '在本网点开户的工资专用账户和代发',
    menu: ['首页', '专用账户', '代发文件', '被拒绝的支出', '工作日历'],
  },
  gridOfficer: { says: '本网格的隐患、小额纠纷和代办投诉', menu: [] },
};
const ON_THE_PHONE: readonly StaffRole[] = ['gridOfficer'];

describe('browser: everybody comes home', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  /** The others are seen on the desk by home.test.ts or by the tests of their own pages. */
  const ON_THE_DESK: readonly StaffRole[] = ['auditor', 'bank', 'contractor'];
  for (const role of Object.keys(HOMES) as StaffRole[]) {
    const width: Width = ON_THE_DESK.includes(role) ? 'desk' : 'phone';
    it(`${role} signs in at ${WIDTHS[width].width} px and finds the own home page and menu`, async () => {
      const screen = await browser.open(width);
      const { page } = screen;
      await signIn(page, product.url(), demoAccount(role));
      assert.equal(new URL(page.url()).pathname, ON_THE_PHONE.includes(role) ? '/m' : '/');
      assert.match(await page.innerText('h1'), /，您好$/);
      await page.getByText(HOMES[role].says).waitFor();
      const menu = await page.locator('.side-nav a').allTextContents();
      assert.deepEqual(
        menu.map((item) => item.trim()),
        HOMES[role].menu,
      );
      await assertSound(screen, `home-${role}-${width}`);
      await screen.close();
    });
  }

  it('a worker signs in at 360 px with the code sent to the phone and finds the own home page', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.goto(`${product.url()}/sign-in`);
    await page.getByRole('link', { name: '我是工人，用手机号登录' }).click();
    await page.getByLabel('您的手机号是多少？').fill('13912345601');
    await assertSound(screen, 'worker-number');
    await page.getByRole('button', { name: '发验证码给我' }).click();
    await page.getByLabel('验证码是多少？').fill(await demoMessage(product.url(), /(\d{6})/, '13912345601'));
    await page.getByText('您的工资、工地和投诉都在这里').waitFor();
    assert.equal(new URL(page.url()).pathname, '/m');
    for (const door of ['/m/new', '/t', '/m/pay']) await page.locator(`a[href="${door}"]`).waitFor();
    assert.equal(await page.locator('.side-nav, a[href^="/settings"], a[href^="/operations"]').count(), 0);
    await assertSound(screen, 'home-worker');
    await screen.close();
  });

  it('on a narrow screen the menu opens with its button and closes with Escape', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'auditor');
    await page.goto(product.url());
    await page.getByRole('button', { name: '打开导航' }).click();
    await page.locator('.side-nav').getByRole('link', { name: '事件链' }).waitFor();
    await assertSound(screen, 'menu-phone');
    await page.keyboard.press('Escape');
    await page.locator('.side-nav').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '打开导航' }).click();
    await page.locator('.side-nav').getByRole('link', { name: '事件链' }).click();
    await page.waitForURL(`${product.url()}/operations/events`);
    await page.locator('.side-nav').waitFor({ state: 'hidden' });
    await screen.close();
  });

  it('nothing that cannot be opened is announced', async () => {
    const { page, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('departmentLiaison'));
    await settled(page);
    assert.doesNotMatch(await page.innerText('main'), /还没有开放|第一步：|以后还可以/u);
    await close();
    const grid = await browser.open('phone');
    await enterAs(grid.page, product.url(), 'gridOfficer');
    await grid.page.goto(product.url());
    await grid.page.locator('a[href="/hazards?open=true"]').waitFor();
    assert.doesNotMatch(await grid.page.innerText('body'), /还没有开放|以后还可以/u);
    await grid.close();
  });

  it('the language is switched for the whole page, remembered, and told to the browser', async () => {
    const { page, complaints, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('leader'));
    await page.click('.top-bar .lang-switch');
    await page.waitForSelector('text=Work calendar');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await page.reload();
    await page.waitForSelector('text=Work calendar');
    await settled(page);
    assert.match(await page.innerText('h1'), /^Hello /);
    assert.match(await page.title(), /^Home/);
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(complaints, []);
    await close();
  });
});
