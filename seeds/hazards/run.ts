import type { FieldValue } from '../../server/core/lives/field.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { listHazards, moveHazard, reportHazard } from '../../server/features/hazards/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { workingDaysBefore } from '../working-days.ts';

type Given = Record<string, FieldValue>;

const REPORTED: readonly { given: Given; steps: readonly (readonly [string, Given])[] }[] = [
  {
    given: {
      ...{ hazardKind: 'SMALL_DISPUTE', place: '演示：开化街道某小区装修' },
      ...{ what: '演示：两名装修工尾款没结，老板说月底给。', headcount: 2, owedFen: 460_000 },
    },
    steps: [['solve', { how: '演示：约双方到村委会，当场结清。', paidFen: 460_000, paidPeople: 2 }]],
  },
  {
    given: {
      ...{ hazardKind: 'SITE_STOPPED', place: '演示：开化街道演示路工地' },
      ...{ what: '演示：工地停工三天，班组长电话打不通。', headcount: 11, owedFen: 5_200_000 },
    },
    steps: [
      ['passUp', { reason: '演示：涉及人多，网格协调不了。' }],
      ['accept', {}],
      ['passUp', { reason: '演示：联系不上用人单位。' }],
    ],
  },
  {
    given: {
      ...{ hazardKind: 'NO_CONTRACT', place: '演示：开化街道仓库' },
      ...{ what: '演示：新来的五名搬运工没有签合同。', headcount: 5 },
    },
    steps: [],
  },
];

/** What the demo's grid saw in the last days: one settled there, one on its way to the county, one still open. */
export async function seedHazards(ctx: Ctx): Promise<number> {
  const grid = await staff('grid');
  const calendar = await loadCalendar(DEMO_AREA);
  const on = (before: number): Ctx => {
    const then = grid.on(workingDaysBefore(ctx.today, before, calendar), 11);
    return { ...then, now: then.now < ctx.now ? then.now : ctx.now };
  };
  if ((await listHazards({ limit: 1 }, on(0))).total > 0) return 0;
  for (const [at, { given, steps }] of REPORTED.entries()) {
    let { id, version } = await reportHazard({ areaCode: `${DEMO_AREA}001`, given }, on(6 - at));
    for (const [action, with_] of steps)
      ({ id, version } = await moveHazard({ id, action, version }, { given: with_ }, on(5 - at)));
  }
  return REPORTED.length;
}
