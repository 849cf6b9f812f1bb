import type { PersonFacts } from '../../core/pay/payroll-row.ts';
import { PayrollLines } from './payroll-line.model.ts';
import type { FactsScope } from './payroll-facts.ts';

export type Elsewhere = NonNullable<PersonFacts['elsewhere']>;

/** What other sheets of the month that count say of these workers, on any site (index workerId+payMonth). */
export async function paidElsewhere(
  workerIds: readonly string[],
  { teamId, projectId, payMonth }: Pick<FactsScope, 'teamId' | 'projectId' | 'payMonth'>,
): Promise<Map<string, Elsewhere>> {
  const found = new Map<string, Elsewhere>();
  if (workerIds.length === 0) return found;
  // A month that is filed anew has a line of the team itself for everybody: thousands that nobody has to send.
  const others = teamId === undefined ? {} : { teamId: { $ne: teamId } };
  const lines = await PayrollLines.find(
    { workerId: { $in: [...workerIds] }, payMonth, standing: true, ...others },
    { workerId: 1, projectId: 1, daysHundredths: 1, _id: 0 },
  ).lean();
  for (const line of lines) {
    if (teamId === undefined && line.projectId === projectId) continue;
    const { sheets, daysHundredths } = found.get(line.workerId) ?? { sheets: 0, daysHundredths: 0 };
    found.set(line.workerId, { sheets: sheets + 1, daysHundredths: daysHundredths + line.daysHundredths });
  }
  return found;
}
