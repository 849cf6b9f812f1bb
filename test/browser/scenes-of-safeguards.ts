import type { Page } from 'playwright-core';
import { DEMO_PROJECTS } from '../../seeds/registry/demo-registry.ts';
import type { SafeguardsView } from '../../server/core/contract/safeguards.ts';
import { ApiClient } from '../support/api-client.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { open, type Scene } from './scene.ts';

const SITE = DEMO_PROJECTS[0]?.id ?? '';
const PATH = `/projects/${SITE}`;

const PARTS = {
  contract: {
    signedOn: '2026-02-20',
    amountFen: 8_600_000_000,
    plannedFrom: '2026-03-02',
    plannedUntil: '2027-08-31',
    labourCostBasisPoints: 2200,
    labourCostCycleMonths: 1,
    labourCostDay: 10,
    payDay: 15,
    payDayIn: 'next',
  },
  permit: { number: '532601202602250101', issuedOn: '2026-02-25' },
  projectDepartment: { name: '开化安置小区项目部', managerName: '周建设' },
  labourOfficer: { name: '韦专管', phone: '13800000777', appointedOn: '2026-03-02' },
};
/** What the area says on every board: made up, like the area's people. */
const AREA = {
  minimumWageMonthly: 199_000,
  inspectionPhone: '0876-0000001（演示）',
  industryPhones: { housing: '0876-0000002（演示）' },
  arbitrationChannel: '文山市劳动人事争议仲裁院（演示）',
  legalAidChannel: '文山市法律援助中心（演示）',
  legalServiceHotline: '0000（演示）',
};

/** Fills in what the site lacks and what the area has not set; what is there already stays. */
async function furnish(url: string): Promise<void> {
  const signIn = async (role: 'contractor' | 'admin'): Promise<ApiClient> => {
    const api = new ApiClient(url);
    const { login, password } = demoAccount(role);
    await api.signIn(login, password);
    return api;
  };
  const contractor = await signIn('contractor');
  const path = `${PATH}/safeguards`;
  for (const [part, body] of Object.entries(PARTS)) {
    const { body: view } = await contractor.get<SafeguardsView>(path);
    if (Reflect.get(view, part) !== undefined) continue;
    await contractor.send('PUT', `${path}/${part}`, body, { 'if-match': `"v${view.version}"` });
  }
  const { body: after } = await contractor.get<SafeguardsView>(path);
  if (after.boardMissing.length === 0) return;
  const admin = await signIn('admin');
  for (const [key, value] of Object.entries(AREA)) {
    const set = { areaCode: '532601', from: '2026-01-01', value, source: '演示数值，非本地实际' };
    await admin.create(`/parameters/${key}/values`, set);
  }
}

/** The contractor's page of the site, scrolled so that this stands on top. */
const siteAt =
  (part: string): Scene['play'] =>
  async (page, url) => {
    await furnish(url);
    await open('contractor', PATH, '.checklist li')(page, url);
    await page.locator(part).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.mouse.wheel(0, -80);
  };

async function wrongAccountName(page: Page, url: string): Promise<void> {
  await siteAt('.checklist')(page, url);
  await page.locator('[data-part=account]').click();
  const input = (path: string) => page.locator(`.form-drawer [data-path="${path}"] input`);
  await input('accountName').fill('演示建筑公司工资户');
  for (const [path, value] of Object.entries({
    number: '6214830000000123',
    bankName: '演示银行',
    branchName: '演示银行文山支行',
    branchCode: 'WS001',
  }))
    await input(path).fill(value);
  await page.locator('.form-drawer button[type=submit]').click();
  await page.locator('.form-drawer [data-path=accountName] .error').waitFor();
}

/** What a contractor does for a site before the first month is filed. */
export const SCENES_OF_SAFEGUARDS: Record<string, Scene> = {
  'home-contractor': { play: open('contractor', '/', '.lines li') },
  'contractor-project-new': {
    play: async (page, url) => {
      await open('contractor', '/projects', 'tbody tr')(page, url);
      await page.getByRole('button', { name: '登记项目' }).click();
      await page.locator('.party').waitFor();
    },
  },
  'contractor-checklist': { play: siteAt('.checklist') },
  'contractor-account': { play: wrongAccountName },
  'contractor-board': { play: siteAt('.board') },
};
