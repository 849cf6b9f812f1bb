import type { AreaView, CreateArea } from '../../core/contract/areas.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { duplicateKeyFields, inTransaction } from '../../platform/db.ts';
import { areaLevelOf, parentCodeOf } from './area-chain.ts';
import { areaView } from './area-view.ts';
import type { AreaRecord } from './area.model.ts';
import { findArea, findAreas, insertAreas, OPEN_END } from './area.model.ts';
import { requireReach, wrongField } from './require-reach.ts';

/** First and last of the numbers an office gives to its own grids, clear of the village codes of the state. */
const OWN_GRIDS = { first: 901, last: 999 };

/** Puts a town or a grid on record, valid from a day and with the source that says so; codes may come back later. */
export async function createArea(input: CreateArea, ctx: Ctx): Promise<AreaView> {
  requireReach(input.parentCode, ctx);
  return inTransaction(async () => {
    const parent = await findArea(input.parentCode, input.validFrom);
    if (parent === null || parent.validFrom > input.validFrom || parent.validTo < input.validFrom) {
      throw wrongField(
        'parentCode',
        '上级区划在这一天不存在',
        'The containing area does not exist on that day',
      );
    }
    const code = input.code ?? (await nextOwnGrid(input.parentCode));
    const level = areaLevelOf(code);
    if ((level !== 'town' && level !== 'grid') || parentCodeOf(code) !== input.parentCode) {
      throw wrongField(
        'code',
        '编码应在上级编码之后加三位数字',
        'The code is that of the containing area and three digits',
      );
    }
    const last = await findArea(code, input.validFrom);
    if (last !== null && last.validTo >= input.validFrom)
      throw new AppError('alreadyExists', { what: '区划代码' });
    const area: AreaRecord = {
      code,
      name: input.name,
      nameEn: input.nameEn,
      level,
      parentCode: input.parentCode,
      validFrom: input.validFrom,
      validTo: OPEN_END,
      source: input.source,
      version: 1,
    };
    await insertAreas([area]).catch((error: unknown) => {
      if (duplicateKeyFields(error) !== null) throw new AppError('alreadyExists', { what: '区划代码' });
      throw error;
    });
    const { name, validFrom, source } = area;
    await appendEvent(
      { subject: `area:${code}`, areaCode: code, action: 'area.created', facts: { name, validFrom, source } },
      ctx,
    );
    return areaView(area, 0);
  });
}

async function nextOwnGrid(town: string): Promise<string> {
  const { areas } = await findAreas({ parent: town }, 1000);
  const used = areas.map((area) => Number(area.code.slice(-3))).filter((number) => number >= OWN_GRIDS.first);
  const next = Math.max(OWN_GRIDS.first - 1, ...used) + 1;
  if (areaLevelOf(town) !== 'town' || next > OWN_GRIDS.last) {
    throw wrongField('code', '请填写编码', 'Give the code yourself');
  }
  return `${town}${next}`;
}
