import type { ChecklistLine } from '../../server/core/contract/inspections.ts';
import type { MoveLife } from '../../server/core/contract/lives.ts';
import type { ChecklistItemId } from '../../server/core/contract/safeguards.ts';
import { CHECKLIST_ITEMS } from '../../server/core/contract/safeguards.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { listFindings, moveFinding, recordSiteInspection } from '../../server/features/inspections/index.ts';
import { findProjectRef } from '../../server/features/projects/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { workingDaysBefore } from '../working-days.ts';

const SITE = '5326010000000000000000d1';
const WRONG: Readonly<Partial<Record<ChecklistItemId, string>>> = {
  labourContract: '演示：抽查五名工人，两人没有签劳动合同。',
  wagePayment: '演示：上月工资表没有工人签字。',
  rightsBoard: '演示：告示牌缺投诉电话。',
};

/** One visit with three things wrong: one put right, one answered and waiting, one not put right in time. */
export async function seedInspections(ctx: Ctx): Promise<number> {
  const project = await findProjectRef(SITE);
  if (project === null) return 0;
  const inspector = await staff('inspector');
  const company = await staff('company');
  const calendar = await loadCalendar(DEMO_AREA);
  const day = (before: number): PlainDate => workingDaysBefore(ctx.today, before, calendar);
  const [visited, answered, recheckedOn] = [day(9), day(5), day(2)];
  const by = inspector.on(visited, 16);
  if ((await listFindings({ projectId: SITE, limit: 1 }, by)).total > 0) return 0;
  const contractor = project.parties.find(({ role }) => role === 'generalContractor');
  const visit = await recordSiteInspection(
    {
      ...{ areaCode: project.areaCode, on: visited, kind: 'ROUTINE', projectId: SITE },
      ...(contractor === undefined ? {} : { companyId: contractor.companyId }),
      ...{ companyName: '演示单位', inspectors: ['李明清', '普建华'], companions: '项目经理' },
      place: { text: project.site },
      checklist: CHECKLIST_ITEMS.map((item) => lineOf(item, addDays(visited, 7))),
      fileIds: [],
    },
    by,
  );
  const found = (await listFindings({ inspectionId: visit.id }, by)).items;
  const move = async (
    item: ChecklistItemId,
    action: string,
    given: MoveLife['given'],
    at: Ctx,
    version: number,
  ) => {
    const one = found.find((row) => row.item === item);
    return one === undefined ? null : moveFinding({ id: one.id, action, version }, { given }, at);
  };
  const done = { rectifiedOn: answered, done: '演示：已经整改，请复查。' };
  await move('rightsBoard', 'answer', done, company.on(answered), 1);
  await move('rightsBoard', 'fixed', { fixedOn: answered }, inspector.on(recheckedOn), 2);
  await move('labourContract', 'answer', done, company.on(answered), 1);
  const still = { recheckedOn, reason: '演示：工资表仍然没有签字。' };
  await move('wagePayment', 'notFixed', still, inspector.on(recheckedOn), 1);
  return 1 + found.length;
}

const lineOf = (item: ChecklistItemId, rectifyBy: PlainDate): ChecklistLine => {
  const note = WRONG[item];
  if (note !== undefined) return { item, answer: 'NOT_OK', note, rectifyBy, fileIds: [] };
  return { item, answer: item === 'wageBond' ? 'NOT_SEEN' : 'OK', fileIds: [] };
};
