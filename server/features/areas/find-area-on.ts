import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { AreaRecord } from './area.model.ts';
import { findKnownArea } from './area.model.ts';

/** The division that had this code on the day, or the last one that ever did, and whether it was valid then. */
export async function findAreaOn(
  code: string,
  day: PlainDate,
): Promise<(Pick<AreaRecord, 'code' | 'name' | 'nameEn'> & { isValid: boolean }) | null> {
  const area = await findKnownArea(code, day);
  if (area === null) return null;
  const { name, nameEn, validFrom, validTo } = area;
  return { code, name, nameEn, isValid: validFrom <= day && validTo >= day };
}
