import type { HealthCheck } from '../../../core/contract/operations.ts';
import { partsOf } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { findUnsetParameters, PARAMETERS } from '../../parameters/index.ts';
import type { OperationsSettings } from '../operations.settings.ts';

type Finding = Omit<HealthCheck, 'name'>;

/** The State Council's notice for the next year has come in November in recent years (2024 and 2025); before, its lack is no fault. */
const NOTICE_EXPECTED_FROM = '11-01';

/** Are the holiday notices of this year and the next there? Without one, deadlines in that year are provisional. */
export async function checkCalendar(
  { regionCode }: Pick<OperationsSettings, 'regionCode'>,
  { today }: Pick<Ctx, 'today'>,
): Promise<Finding> {
  const { year } = partsOf(today);
  const { years } = await loadCalendar(regionCode);
  const [thisYear, nextYear] = [Object.hasOwn(years, year), Object.hasOwn(years, year + 1)];
  const facts = { year, thisYear, nextYear };
  if (!thisYear)
    return {
      level: 'bad',
      zh: `缺少 ${year} 年放假安排，期限均为暂定`,
      en: `The holiday notice for ${year} is missing: deadlines are provisional`,
      facts,
    };
  if (nextYear)
    return {
      level: 'good',
      zh: `${year}、${year + 1} 年放假安排齐全`,
      en: `The notices for ${year} and ${year + 1} are there`,
      facts,
    };
  const expected = today.slice(5) >= NOTICE_EXPECTED_FROM;
  return {
    level: expected ? 'warning' : 'good',
    zh: `${year + 1} 年放假安排尚未录入，该年的期限标为“暂定”`,
    en: `The notice for ${year + 1} is not entered yet; deadlines in that year are marked provisional`,
    facts,
  };
}

/** How many regional values has nobody set yet? The features that need them say so and work without. */
export async function checkParameters(
  { regionCode }: Pick<OperationsSettings, 'regionCode'>,
  { today }: Pick<Ctx, 'today'>,
): Promise<Finding> {
  const unset = await findUnsetParameters(regionCode, today);
  const all = Object.keys(PARAMETERS).length;
  const facts = { all, unset: unset.length };
  return unset.length === 0
    ? { level: 'good', zh: `${all} 个地区参数均已设置`, en: `All ${all} regional parameters are set`, facts }
    : {
        level: 'warning',
        zh: `${all} 个地区参数中有 ${unset.length} 个尚未设置`,
        en: `${unset.length} of ${all} regional parameters are not set`,
        facts,
      };
}
