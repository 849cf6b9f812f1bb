import { plainDate } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import type { ParameterKey } from '../../server/features/parameters/index.ts';
import { findParameter, setParameter } from '../../server/features/parameters/index.ts';
import type { Ctx } from '../../server/platform/context.ts';

/** Before the first contract of the plan was signed: rules of the day of signing count. */
const FROM = plainDate('2024-01-01');
const SOURCE = '演示数据，请以当地现行标准为准';

/**
 * What the demo area must have set before its stories show: wages below a minimum, a bond and an account that are due and
 * missing, and whom the rights boards name. Round made-up figures, of no place; what somebody has set there or above stays.
 */
const VALUES: readonly { key: ParameterKey; value: string | number | object[] | Record<string, string> }[] = [
  { key: 'minimumWageMonthly', value: 200_000 },
  { key: 'minimumWageHourly', value: 2_000 },
  { key: 'bondTiers', value: [{ basisPoints: 200 }] },
  { key: 'wageAccountMinContract', value: 100_000_000 },
  // Workers are asked on the first of the month, so that a demo has an open question on any day.
  { key: 'truthSampleDay', value: 1 },
  { key: 'inspectionPhone', value: '0876-0000000（演示）' },
  {
    key: 'industryPhones',
    value: {
      housing: '0876-0000001（演示）',
      transport: '0876-0000002（演示）',
      water: '0876-0000003（演示）',
    },
  },
  { key: 'arbitrationChannel', value: '演示市劳动人事争议仲裁院（演示），电话 0876-0000004' },
  { key: 'legalAidChannel', value: '演示市法律援助中心（演示），电话 0876-0000005' },
  { key: 'legalServiceHotline', value: '0876-0000006（演示）' },
];

export async function seedParameters(ctx: Ctx): Promise<number> {
  let made = 0;
  for (const { key, value } of VALUES) {
    if ((await findParameter(key, DEMO_AREA, ctx.today)) !== null) continue;
    await setParameter(key, { areaCode: DEMO_AREA, from: FROM, value, source: SOURCE }, ctx);
    made += 1;
  }
  return made;
}
