import { PayrollLines } from './payroll-line.model.ts';
import type { FactsScope, RosterFacts } from './payroll-facts.ts';

/** So many workers are asked about in one query. */
const PORTION = 1000;

/** Notes of each person the other sheets of the month that count, on any site (index workerId+payMonth). */
export async function addElsewhere(
  people: ReadonlyMap<string, RosterFacts>,
  { teamId, projectId, payMonth }: Pick<FactsScope, 'teamId' | 'projectId' | 'payMonth'>,
): Promise<void> {
  const byWorker = new Map([...people.values()].map((facts) => [facts.person.workerId, facts]));
  const ids = [...byWorker.keys()];
  const isOwn = (line: { teamId: string; projectId: string }): boolean =>
    teamId === undefined ? line.projectId === projectId : line.teamId === teamId;
  for (let at = 0; at < ids.length; at += PORTION) {
    const lines = await PayrollLines.find(
      { workerId: { $in: ids.slice(at, at + PORTION) }, payMonth, standing: true },
      { workerId: 1, teamId: 1, projectId: 1, daysHundredths: 1, _id: 0 },
    ).lean();
    for (const line of lines) {
      const facts = byWorker.get(line.workerId);
      if (facts === undefined || isOwn(line)) continue;
      const { sheets, daysHundredths } = facts.elsewhere ?? { sheets: 0, daysHundredths: 0 };
      facts.elsewhere = { sheets: sheets + 1, daysHundredths: daysHundredths + line.daysHundredths };
    }
  }
}
