import type { DeadlineFact } from '../../core/alerts/facts.ts';
import { currentDue, isOpen, isStanding } from '../../core/law/deadline.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';

/** Periods that run now of open cases about these projects, by project (index projectId+nextDueOn). */
export async function caseDeadlinesOf(projectIds: readonly string[]): Promise<Map<string, DeadlineFact[]>> {
  const theirs = { projectId: { $in: [...projectIds] }, open: true };
  // Named, because the queue of all open cases looks as good to the store.
  const hint = { hint: { projectId: 1, nextDueOn: 1 } } as const;
  const found: unknown = await Cases.find(theirs, { projectId: 1, caseNumber: 1, deadlines: 1 }, hint)
    .sort({ _id: 1 })
    .lean();
  const known = new Map<string, DeadlineFact[]>();
  for (const { _id, projectId = '', caseNumber, deadlines } of found as CaseRecord[]) {
    // lean documents with the fields asked for
    const running = deadlines
      .filter((one) => isOpen(one) && !isStanding(one))
      .map((one) => ({
        ...{ kind: 'case' as const, id: String(_id), number: caseNumber },
        ...{ period: one.period, dueOn: currentDue(one) },
      }));
    known.set(projectId, [...(known.get(projectId) ?? []), ...running]);
  }
  return known;
}
