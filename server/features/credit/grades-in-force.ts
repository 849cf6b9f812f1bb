import type { CreditGrade } from '../../core/credit/grade.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { ratingsOf } from './rating.model.ts';

export interface GradeInForce {
  id: string;
  year: number;
  grade: CreditGrade;
  inForceFrom: PlainDate;
}

/** The newest grade of each of these companies that is in force on a day; for other features, without a reader's limits. */
export async function gradesInForce(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, GradeInForce>> {
  const found = new Map<string, GradeInForce>();
  for (const { _id, companyId, year, grade, state, inForceFrom } of await ratingsOf(companyIds, {})) {
    if (state !== 'final' || grade === undefined || inForceFrom === undefined || inForceFrom > day) continue;
    if (!found.has(companyId)) found.set(companyId, { id: String(_id), year, grade, inForceFrom });
  }
  return found;
}
