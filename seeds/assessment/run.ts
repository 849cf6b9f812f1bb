import { EXAMPLE_CRITERIA } from '../../server/core/assessment/example-criteria.ts';
import { partsOf, plainDate } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { answerCriterion, hasCriteria, setCriteria } from '../../server/features/assessment/index.ts';
import { findParameter, setParameter } from '../../server/features/parameters/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';

const PREFECTURE = DEMO_AREA.slice(0, 4);

/** The example sheet for the demo's prefecture, which its counties follow; in the demo county one line is answered, another still to come. */
export async function seedAssessment(ctx: Ctx): Promise<number> {
  const { year } = partsOf(ctx.today);
  const asked = { areaCode: DEMO_AREA, year };
  if (await hasCriteria(asked)) return 0;
  const at = (await staff('leader')).on(ctx.today);
  await setCriteria({ areaCode: PREFECTURE, year, criteria: [...EXAMPLE_CRITERIA], version: 0 }, at);
  const words = '演示：市政府常务会议两次专题研究，联席会议每季度召开，有纪要。';
  const said = { criterionId: 'meeting', words, ownTenths: 75, fileIds: [], version: 0 };
  await answerCriterion({ ...asked, ...said }, at);
  await grades(ctx);
  return EXAMPLE_CRITERIA.length;
}

/** By what the demo area grades; what somebody has set there or above stays. */
async function grades(ctx: Ctx): Promise<void> {
  if ((await findParameter('assessmentGrades', PREFECTURE, ctx.today)) !== null) return;
  const value = { aFrom: 90, cBelow: 70, cIncidents: { atLeast: 50, count: 2 } };
  const source = '演示数据，请以当地现行标准为准';
  await setParameter(
    'assessmentGrades',
    { areaCode: PREFECTURE, from: plainDate('2024-01-01'), value, source },
    ctx,
  );
}
