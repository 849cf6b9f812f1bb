import { plainDate } from '../../server/core/kit/plain-date.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { listIncidents, moveIncident, reportIncident } from '../../server/features/incidents/index.ts';
import { findParameter, setParameter } from '../../server/features/parameters/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { workingDaysBefore } from '../working-days.ts';

type Given = Record<string, FieldValue>;
interface Reported {
  by: 'grid' | 'inspector';
  before: number;
  given: Given;
  steps: readonly (readonly [string, Given])[];
}

const SITE = '5326010000000000000000d1';
const REPORTED: readonly Reported[] = [
  {
    ...({ by: 'inspector', before: 9 } as const),
    given: {
      ...{ place: '演示：演示路工地项目部', headcount: 32, demand: '演示：要求结清两个月工资。' },
      ...{ policeThere: true, owedFen: 48_000_000 },
    },
    steps: [
      ['arrive', { wentThere: '演示：两名监察员、乡镇干部' }],
      ['followUp', { news: '演示：总包单位到场，正在核对考勤和工资表。' }],
      ['settle', { how: '演示：总包单位当场先行支付。', paidFen: 48_000_000, paidPeople: 32 }],
    ],
  },
  {
    ...({ by: 'grid', before: 1 } as const),
    given: { place: '演示：开化街道某小区门口', headcount: 12, demand: '演示：包工头联系不上，要工资。' },
    steps: [],
  },
];

/** Two gatherings of the demo: one settled on the spot and waiting for its review, one reported just now. */
export async function seedIncidents(ctx: Ctx): Promise<number> {
  if ((await listIncidents({ limit: 1 }, ctx)).total > 0) return 0;
  await sizes(ctx);
  const calendar = await loadCalendar(DEMO_AREA);
  for (const { by, before, given, steps } of REPORTED) {
    const then = (await staff(by)).on(workingDaysBefore(ctx.today, before, calendar), 10);
    const at: Ctx = { ...then, now: then.now < ctx.now ? then.now : ctx.now };
    const site = by === 'inspector' ? { projectId: SITE } : {};
    let { id, version } = await reportIncident({ areaCode: `${DEMO_AREA}001`, ...site, given }, at);
    for (const [action, with_] of steps)
      ({ id, version } = await moveIncident({ id, action, version }, { given: with_ }, at));
  }
  return REPORTED.length;
}

/** By which sizes the demo area counts; what somebody has set there or above stays. */
async function sizes(ctx: Ctx): Promise<void> {
  if ((await findParameter('incidentSizes', DEMO_AREA, ctx.today)) !== null) return;
  const value = { value: [10, 30, 50], source: '演示数据，请以当地现行标准为准' };
  const from = plainDate('2024-01-01');
  await setParameter('incidentSizes', { areaCode: DEMO_AREA, from, ...value }, ctx);
}
