import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { DepartmentView } from '../../core/contract/areas.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { duplicateKeyFields, inTransaction } from '../../platform/db.ts';
import { areaLevelOf, parentCodeOf } from './area-chain.ts';
import type { AreaRecord } from './area.model.ts';
import { findAreasByCode, insertAreas, OPEN_END } from './area.model.ts';
import { insertMissingDepartments } from './department.model.ts';

export interface AreaRow {
  code: string;
  name: string;
  nameEn: string;
  validFrom: PlainDate;
  validTo?: PlainDate;
  source: string;
}

/**
 * Adds reference divisions that are not on record yet and leaves every known code as the office has it, so that it
 * may run again at any time; answers how many were added.
 */
export async function importAreas(regionCode: string, rows: readonly AreaRow[], ctx: Ctx): Promise<number> {
  return besideOthers(async () => {
    const known = new Set((await findAreasByCode(rows.map((row) => row.code))).map((area) => area.code));
    const fresh = rows.filter((row) => !known.has(row.code)).map(toRecord);
    if (fresh.length === 0) return 0;
    await insertAreas(fresh);
    const facts = { added: fresh.length, sources: [...new Set(fresh.map((area) => area.source))] };
    await appendEvent(
      { subject: `area:${regionCode}`, areaCode: regionCode, action: 'area.imported', facts },
      ctx,
    );
    return fresh.length;
  });
}

/** The same for the member departments of the joint meeting. */
export async function importDepartments(
  regionCode: string,
  rows: readonly DepartmentView[],
  ctx: Ctx,
): Promise<number> {
  return besideOthers(async () => {
    const added = await insertMissingDepartments(rows);
    if (added > 0) {
      const event = {
        subject: `area:${regionCode}`,
        areaCode: regionCode,
        action: 'departments.imported',
        facts: { added },
      } as const;
      await appendEvent(event, ctx);
    }
    return added;
  });
}

/** Two processes may start at once: the one that finds a row put there meanwhile looks again. */
async function besideOthers(work: () => Promise<number>): Promise<number> {
  return inTransaction(work).catch((error: unknown) => {
    if (duplicateKeyFields(error) === null) throw error;
    return inTransaction(work);
  });
}

function toRecord(row: AreaRow): AreaRecord {
  const level = areaLevelOf(row.code);
  if (level === null) throw new Error(`${row.code} is not a division code`);
  return { ...row, level, parentCode: parentCodeOf(row.code), validTo: row.validTo ?? OPEN_END, version: 1 };
}
