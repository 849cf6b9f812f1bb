import type { WorksContract } from '../../core/contract/safeguards.ts';
import { printCitation } from '../../core/law/articles.ts';
import { thresholdOn } from '../../core/law/thresholds.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { tellContractWritten } from './contract-listeners.ts';
import { writePart } from './write-part.ts';

/**
 * What owner and general contractor agreed on: amount, works, labour cost as amount or share, its day and cycle, and the
 * day of wages. A cycle longer than the law allows is refused with the article.
 * @law REG-24-2
 */
export async function putContract(
  projectId: string,
  version: number,
  contract: WorksContract,
  ctx: Ctx,
): Promise<number> {
  checkContract(contract, ctx);
  const { fileId, signedOn, amountFen, payDay, payDayIn } = contract;
  return writePart(
    projectId,
    { part: 'contract', version, action: 'safeguards.contractPut' },
    async () => ({
      set: { contract },
      file: { id: fileId, field: 'fileId' },
      facts: { signedOn, amountFen, payDay, payDayIn },
      after: () => tellContractWritten(projectId, ctx),
    }),
    ctx,
  );
}

function checkContract(contract: WorksContract, ctx: Pick<Ctx, 'today'>): void {
  const { signedOn, amountFen, plannedFrom, plannedUntil, labourCostFen, labourCostBasisPoints } = contract;
  if (signedOn > ctx.today)
    throw wrongField('signedOn', '签订日期不能晚于今天', 'Not signed before tomorrow');
  if (plannedUntil < plannedFrom)
    throw wrongField('plannedUntil', '完工日不能早于开工日', 'Not finished before it begins');
  if ((labourCostFen === undefined) === (labourCostBasisPoints === undefined))
    throw wrongField(
      'labourCostFen',
      '人工费用填数额或者占比，只填一个',
      'Labour cost is an amount or a share: one of them',
    );
  if (labourCostFen !== undefined && labourCostFen > amountFen)
    throw wrongField('labourCostFen', '人工费用不能超过合同额', 'Labour cost is part of the contract amount');
  const longest = thresholdOn('labourCostCycle', signedOn);
  if (longest !== null && contract.labourCostCycleMonths > longest)
    throw wrongField(
      'labourCostCycleMonths',
      `人工费用拨付周期不得超过 ${longest} 个月（${printCitation('REG-24-2', 'zh')}）`,
      `The labour cost is paid in at least every ${longest} month (${printCitation('REG-24-2', 'en')})`,
    );
}
