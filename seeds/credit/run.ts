import type { RatingRow, RatingView } from '../../server/core/contract/credit.ts';
import {
  addDays,
  addMonths,
  dayFromParts,
  partsOf,
  type PlainDate,
} from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { listRatings, moveRating, proposeGrades } from '../../server/features/credit/index.ts';
import { recordInspection } from '../../server/features/inspections/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { COMPANY } from '../pay-side/plan-companies.ts';
import { onDay } from '../pay-side/on-day.ts';

/** The newest year whose grades, proposed on 5 January, can all have come as far as the demo shows them: from March on the last. */
const gradedYear = (today: PlainDate): number => partsOf(addMonths(today, -2)).year - 1;

/**
 * A year's grades of the demo companies: some in force, one approved and not told yet, one to which the company objects,
 * the others waiting for the head. Where a year is graded already nothing is added.
 */
export async function seedCredit(ctx: Ctx): Promise<number> {
  if ((await listRatings({ limit: 1 }, ctx)).items.length > 0) return 0;
  const year = gradedYear(ctx.today);
  const visited = dayFromParts(year, 9, 16);
  for (const [companyId, result, findings] of [
    [COMPANY.owner, 'CLEAN', '演示：资料齐全，未见异常。'],
    [COMPANY.group, 'CLEAN', '演示：资料齐全，未见异常。'],
    [COMPANY.own, 'TO_RECTIFY', '演示：两个班组的考勤表没有工人签字。'],
  ] as const)
    await recordInspection(
      {
        ...{ areaCode: DEMO_AREA, on: visited, kind: 'ROUTINE', companyId, result, findings },
        ...{ companyName: NAMES[companyId], inspectors: '李明清、普建华' },
      },
      onDay(visited),
    );
  const proposed = onDay(dayFromParts(year + 1, 1, 5));
  const { opened } = await proposeGrades({ areaCode: DEMO_AREA, year }, proposed);
  const rows = new Map(
    (await listRatings({ year, limit: 200 }, ctx)).items.map((row) => [row.companyId, row] as const),
  );
  for (const companyId of [COMPANY.owner, COMPANY.group])
    await putInForce(rows.get(companyId), addDays(proposed.today, 10));
  await approve(rows.get(COMPANY.developer), addDays(ctx.today, -2));
  await letObject(rows.get(COMPANY.own), ctx.today);
  return opened;
}

/** As they are on record; a visit keeps the name of its day. */
const NAMES = {
  [COMPANY.owner]: '文山演示城投开发有限公司',
  [COMPANY.group]: '云南演示建设集团有限公司',
  [COMPANY.own]: '文山演示建筑工程有限公司',
} as const;

type Row = Pick<RatingRow, 'id' | 'version' | 'proposed'>;
const step = (
  { id, version }: Pick<Row, 'id' | 'version'>,
  action: string,
  given: Record<string, string>,
  by: Ctx,
): Promise<RatingView> => moveRating({ id, version, action, given }, by);

async function approve(row: Row | undefined, day: PlainDate): Promise<RatingView | undefined> {
  if (row === undefined) return undefined;
  const by = (await staff('head')).on(day);
  if (row.proposed !== undefined) return step(row, 'approve', { grade: row.proposed }, by);
  const reason = '演示：巡查发现的问题已责令整改，按 B 级核定。';
  return step(row, 'approve', { grade: 'B', reason }, by);
}

async function tell(
  row: Row | undefined,
  day: PlainDate,
  objectBy: PlainDate,
): Promise<RatingView | undefined> {
  const approved = await approve(row, day);
  if (approved === undefined) return undefined;
  const notice = { toldMode: 'DIRECT', toldOn: day, objectBy };
  return step(approved, 'tell', notice, (await staff('inspector')).on(day));
}

async function putInForce(row: Row | undefined, day: PlainDate): Promise<void> {
  const told = await tell(row, day, addDays(day, 14));
  if (told !== undefined) await step(told, 'finish', {}, (await staff('head')).on(addDays(day, 15)));
}

async function letObject(row: Row | undefined, today: PlainDate): Promise<void> {
  const told = await tell(row, addDays(today, -8), addDays(today, 7));
  if (told === undefined) return;
  const objection = '演示：两份考勤表当场已补签，复查照片已上传，请予核对。';
  await step(told, 'object', { objection }, (await staff('company')).on(addDays(today, -3)));
}
