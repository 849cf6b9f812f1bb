import type { OpenSupervisionOrder, SupervisionOrderView } from '../../../core/contract/coordination.ts';
import { namesNumbers } from '../../../core/coordination/supervision-order.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { openLife, wrongGiven } from '../../../platform/lives/index.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { listDepartments } from '../../areas/index.ts';
import { knownAbout } from '../about.ts';
import { officeRolesIn, sentBy } from '../coordination-reach.ts';
import { ORDERS } from './order-kind.ts';
import { orderView } from './order-view.ts';
import { tellOfOrder } from './tell-order.ts';

/** What would stand on the public list: none of it may hold the number of a person. */
export function refuseNumbers(texts: Readonly<Record<string, unknown>>): void {
  for (const [path, text] of Object.entries(texts))
    if (typeof text === 'string' && namesNumbers(text))
      throw wrongField(
        path,
        '挂牌后对外公开，不能写手机号、身份证号',
        'It becomes public: no phone or identity numbers',
      );
}

async function unitOf(
  input: Pick<OpenSupervisionOrder, 'departmentCode' | 'responsibleUnit'>,
): Promise<string> {
  const { departmentCode, responsibleUnit } = input;
  if (departmentCode === undefined) {
    if (responsibleUnit !== undefined) return responsibleUnit;
    throw wrongField('responsibleUnit', '请填写责任单位', 'Name the unit that answers for it');
  }
  const { items } = await listDepartments({});
  const department = items.find(({ code }) => code === departmentCode);
  if (department === undefined)
    throw wrongField('departmentCode', '没有这个部门', 'There is no such department');
  return responsibleUnit ?? department.name;
}

/** Puts a matter under supervision; only the leader lists it for everybody to see. */
export async function openOrder(
  { given, about, milestones, ...input }: OpenSupervisionOrder,
  ctx: Ctx,
): Promise<SupervisionOrderView> {
  const from = sentBy(input.areaCode, ctx);
  if (from === undefined) throw new AppError('forbidden');
  const early = milestones.findIndex(({ dueOn }) => dueOn <= ctx.today);
  if (early >= 0) throw wrongField(`milestones.${early}.dueOn`, '须晚于今天', 'After today');
  const fresh = {
    ...input,
    ...(await knownAbout(about, ctx)),
    ...{ responsibleUnit: await unitOf(input), milestones, sentBy: from },
  };
  const made = await openLife(ORDERS, fresh, given, ctx, (_record, { given: read, after }) => {
    if (read['isListed'] === true) mayList(input.areaCode, ctx);
    if (read['isListed'] === true) refuseNumbers({ title: input.title, ...publicTexts(read, fresh) });
    const { listedOn } = after.facts;
    return {
      set: typeof listedOn === 'string' ? { listedOn: ctx.today } : {},
      facts: { milestones: milestones.length },
      andAlso: (record) => tellOfOrder(record, 'open', ctx),
    };
  });
  return orderView(made, ctx);
}

function mayList(areaCode: string, ctx: Ctx): void {
  if (!officeRolesIn(areaCode, ctx).includes('leader'))
    throw wrongGiven('isListed', '挂牌由联席会议办公室决定', 'Only the office of the joint meeting lists');
}

const publicTexts = (
  given: Readonly<Record<string, unknown>>,
  { responsibleUnit }: { responsibleUnit: string },
) => ({
  responsibleUnit,
  'given.responsiblePerson': given['responsiblePerson'],
  'given.responsiblePost': given['responsiblePost'],
});
