import type { ProjectParty } from '../../server/core/contract/projects.ts';
import { fen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays, addMonths } from '../../server/core/kit/plain-date.ts';
import { accountNameOf } from '../../server/core/pay/account-name.ts';
import { DEMO_STAFF } from '../../server/features/accounts/index.ts';
import { getProject } from '../../server/features/projects/index.ts';
import {
  findSafeguards,
  putAccount,
  putBond,
  putContract,
  putLabourOfficer,
  putPermit,
  putProjectDepartment,
} from '../../server/features/safeguards/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import type { PlannedProject } from './plan.ts';
import { PLANNED_PROJECTS } from './plan.ts';

/** The branch of the demo's bank clerk, who is to see the accounts. */
const BRANCH = DEMO_STAFF.find(({ role }) => role === 'bank')?.bounds?.bankBranchCode ?? '';

/** What a site has failed to do so far; the others have everything. */
const GAPS: Readonly<Record<string, readonly Gap[]>> = {
  '5326010000000000000000d8': ['account', 'bond'],
  '5326010000000000000000db': ['filing', 'labourOfficer'],
  '5326010000000000000000d9': ['bond', 'projectDepartment'],
};
type Gap = 'account' | 'bond' | 'filing' | 'labourOfficer' | 'projectDepartment';

/** Papers, account, bond and people of the planned sites, through the use cases; running it again changes nothing. */
export async function seedSafeguards(ctx: Ctx): Promise<number> {
  let made = 0;
  for (const planned of PLANNED_PROJECTS) {
    if ((await findSafeguards(planned.id)) !== null) continue;
    await inTransaction(() => furnish(planned, ctx));
    made += 1;
  }
  return made;
}

async function furnish(planned: PlannedProject, ctx: Ctx): Promise<void> {
  const { id, code } = planned;
  const { parties, startedOn = addMonths(ctx.today, -planned.startedMonthsAgo) } = await getProject(id, ctx);
  const gaps = GAPS[id] ?? [];
  const lacks = (gap: Gap): boolean => gaps.includes(gap);
  let version = await putContract(id, 0, contractOf(planned, startedOn), ctx);
  const permit = { number: `532601${startedOn.replace(/-/gu, '')}0101`, issuedOn: addDays(startedOn, -10) };
  version = await putPermit(id, version, permit, ctx);
  if (!lacks('account')) {
    const account = {
      bankName: '演示银行',
      branchCode: BRANCH,
      branchName: '演示银行文山支行',
      number: `62148300${code}`,
      accountName: accountNameOf(contractorOf(parties), planned.name),
      openedOn: addDays(startedOn, -5),
      tripartiteSignedOn: addDays(startedOn, -5),
      ...(lacks('filing') ? {} : { filedOn: addDays(startedOn, -1) }),
    };
    version = await putAccount(id, version, account, ctx);
  }
  if (!lacks('bond')) {
    const bond = {
      kind: 'cash' as const,
      // Two in a hundred, the rate of the demo area.
      amountFen: fen(Math.ceil(planned.contractFen / 50)),
      storedOn: addDays(startedOn, -2),
      bankName: '演示银行文山支行',
      branchCode: BRANCH,
    };
    version = await putBond(id, version, bond, ctx);
  }
  if (!lacks('labourOfficer')) {
    const officer = { name: '演示劳资员', phone: `139${code.slice(-8)}`, appointedOn: startedOn };
    version = await putLabourOfficer(id, version, officer, ctx);
  }
  if (lacks('projectDepartment')) return;
  const name = `${planned.name.replace('演示项目：', '')}项目部`;
  await putProjectDepartment(id, version, { name, managerName: '演示经理' }, ctx);
}

const contractorOf = (parties: readonly ProjectParty[]): string =>
  parties.find(({ role }) => role === 'generalContractor')?.companyName ?? '';

const contractOf = (
  { contractFen, labourShareBasisPoints, payDay }: PlannedProject,
  startedOn: PlainDate,
): Parameters<typeof putContract>[2] => ({
  signedOn: addDays(startedOn, -20),
  amountFen: fen(contractFen),
  plannedFrom: startedOn,
  plannedUntil: addMonths(startedOn, 18),
  labourCostBasisPoints: labourShareBasisPoints,
  labourCostCycleMonths: 1,
  labourCostDay: 10,
  payDay,
  payDayIn: 'next',
});
