import type { WageBond, WriteWageBond } from '../../core/contract/safeguards.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { findParameter } from '../parameters/index.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { notAfterToday, notBefore } from './day-checks.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';
import { writePart } from './write-part.ts';

/**
 * The wage bond, in cash or as a guarantee of a kind the area accepts; where the area has named no kinds, none is
 * refused. A guarantee says until when it holds.
 * @law REG-32-1
 * @law BON-24
 */
export async function putBond(
  projectId: string,
  version: number,
  bond: WriteWageBond,
  ctx: Ctx,
): Promise<number> {
  const { kind, amountFen, storedOn, validUntil, fileId } = bond;
  notAfterToday('storedOn', storedOn, ctx);
  if (kind !== 'cash' && validUntil === undefined)
    throw wrongField('validUntil', '请填写保函或保险的有效期', 'Until when does the guarantee hold?');
  notBefore('validUntil', validUntil, storedOn, ['有效期不能早于存储日', 'Not over before it begins']);
  const change = async ({ project }: ProjectPosition, before: SafeguardsRecord | null) => {
    await checkKind(kind, project.areaCode, ctx);
    // What was given back stays so while its papers are put right; one stored on another day is another bond.
    const returnedOn = before?.bond?.storedOn === storedOn ? before.bond.returnedOn : undefined;
    return {
      set: { bond: { ...bond, ...(returnedOn === undefined ? {} : { returnedOn }) } },
      file: { id: fileId, field: 'fileId' },
      facts: { kind, amountFen, storedOn, validUntil },
    };
  };
  return writePart(projectId, { part: 'bond', version, action: 'safeguards.bondPut' }, change, ctx);
}

async function checkKind(kind: WageBond['kind'], areaCode: string, { today }: Ctx): Promise<void> {
  if (kind === 'cash') return;
  const accepted = await findParameter('bondGuaranteeKinds', areaCode, today);
  if (accepted === null || (Array.isArray(accepted.value) && accepted.value.includes(kind))) return;
  throw wrongField('kind', '本地区不接受这种担保', 'This area does not accept this kind of guarantee');
}
