import { fen } from '../../server/core/kit/money.ts';
import { addDays, addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { agreedPayDay } from '../../server/core/law/pay-date.ts';
import { labourCostOfCycle } from '../../server/core/pay/money-strip.ts';
import { findCompanyRef } from '../../server/features/companies/index.ts';
import type { LaidInflow } from '../../server/features/funds/index.ts';
import { layLabourCost, postTransaction } from '../../server/features/funds/index.ts';
import type { SafeguardsFacts } from '../../server/features/safeguards/index.ts';
import { AppError } from '../../server/platform/app-error.ts';
import type { Ctx } from '../../server/platform/context.ts';
import type { PlannedProject } from './plan.ts';
import { COMPANY } from './plan.ts';

/** The labour cost of so many months is posted; older ones would only make the list long. */
const POSTED_MONTHS = 4;

/** What the owner paid into the account, month by month; of one site nothing came for two months. */
export async function postLabourCost(
  project: PlannedProject,
  contract: NonNullable<SafeguardsFacts['contract']>,
  ctx: Ctx,
): Promise<number> {
  const silent = project.teams.some(({ story }) => story === 'labourCostMissing') ? 2 : 0;
  const share = Math.floor((project.contractFen * project.labourShareBasisPoints) / 10_000 / 18);
  const amountFen = labourCostOfCycle(contract) ?? fen(share - (share % 100));
  const owner = await findCompanyRef(COMPANY[project.owner]);
  const inflows: LaidInflow[] = [];
  for (let ago = POSTED_MONTHS; ago >= silent; ago -= 1) {
    const month = addPayMonths(payMonthOf(ctx.today), -ago);
    if (month < payMonthOf(contract.plannedFrom)) continue;
    const on = agreedPayDay(month, contract.labourCostDay, 'current');
    if (on > ctx.today) continue;
    const bankRef = `LC-${project.code}-${month}`;
    inflows.push({ amountFen, on, counterparty: owner?.name ?? '建设单位', bankRef });
  }
  await layLabourCost(project.id, inflows, ctx);
  return inflows.length;
}

/** Money that was to leave the account of one site for something else: it stays, and the office was told. */
const REFUSED_ON = '5326011054';

export async function postRefusedOutflow({ id, code }: PlannedProject, ctx: Ctx): Promise<void> {
  if (code !== REFUSED_ON) return;
  const outflow = {
    direction: 'out',
    kind: 'other',
    amountFen: fen(4_800_000),
    on: addDays(ctx.today, -3),
    counterparty: '文山演示建材商行',
    bankRef: `OUT-${code}-1`,
  } as const;
  try {
    await postTransaction(id, outflow, ctx);
  } catch (error) {
    if (error instanceof AppError && error.code === 'outflowRefused') return;
    throw error;
  }
  throw new Error('an outflow that is not wages was let out');
}
